package io.fayan.audit.domain;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/** What is done with the log itself is in the log. */
public record AuditEvent(String name, PersonId actor, Instant at, Map<String, String> facts) implements DomainEvent {

    public static final String CHAIN = "configuration:audit";

    public AuditEvent {
        facts = Map.copyOf(facts);
    }

    public static AuditEvent verificationRequested(PersonId actor, Instant at, String verification) {
        return new AuditEvent("audit.verificationRequested", actor, at, Map.of("verification", verification));
    }

    /** @param filter what was asked for, as digests and codes; a filter is typed by a person */
    public static AuditEvent entriesExported(PersonId actor, Instant at, Map<String, String> filter) {
        return new AuditEvent("audit.entriesExported", actor, at, filter);
    }

    @Override
    public String chain() {
        return CHAIN;
    }
}
