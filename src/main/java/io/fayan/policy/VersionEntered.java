package io.fayan.policy;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.time.Instant;
import java.util.Map;

/** A version's texts came with the product and are in the register now. */
public record VersionEntered(String version, Sha256 textHash, Instant inForceFrom, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "configuration:policy";
    }

    @Override
    public String name() {
        return "policy.versionEntered";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("version", version, "textHash", textHash.value(), "inForceFrom", inForceFrom.toString());
    }
}
