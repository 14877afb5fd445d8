package io.fayan.accounts;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/** A platform was entered into the catalogue or corrected. */
public record PlatformChanged(String platform, boolean created, PersonId actor, Instant at) implements DomainEvent {

    @Override
    public String chain() {
        return "configuration:platforms";
    }

    @Override
    public String name() {
        return "accounts.platformChanged";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("platform", platform, "created", String.valueOf(created));
    }
}
