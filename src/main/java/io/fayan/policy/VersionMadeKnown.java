package io.fayan.policy;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A version of the policy was made known to a person. */
public record VersionMadeKnown(
        PersonId person, String version, Sha256 textHash, LocalDate on, MadeKnown how, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "policy.versionMadeKnown";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "person", person.value(),
                "version", version,
                "textHash", textHash.value(),
                "on", on.toString(),
                "how", how.name());
    }
}
