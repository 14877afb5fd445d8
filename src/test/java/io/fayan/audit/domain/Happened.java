package io.fayan.audit.domain;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An event for tests, and chains made of such. */
public record Happened(String chain, String name, PersonId actor, Instant at, Map<String, String> facts)
        implements DomainEvent {

    public static final Instant MORNING = Instant.parse("2026-11-20T01:00:00.123456Z");

    public static Happened in(String chain) {
        return new Happened(chain, "speaking.requestSubmitted", new PersonId("F0012"), MORNING, Map.of("risk", "LOW"));
    }

    /** A chain of that many entries, one a minute. */
    static List<AuditEntry> chain(String chain, int length) {
        var entries = new ArrayList<AuditEntry>();
        var head = AuditEntry.GENESIS;
        for (var i = 0; i < length; i++) {
            var event = new Happened(
                    chain,
                    "speaking.fact" + i,
                    new PersonId("F0012"),
                    MORNING.plusSeconds(60L * i),
                    Map.of("version", Integer.toString(i)));
            var entry = AuditEntry.after(head, i, event);
            entries.add(entry);
            head = entry.hash();
        }
        return entries;
    }
}
