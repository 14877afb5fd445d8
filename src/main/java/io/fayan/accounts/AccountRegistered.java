package io.fayan.accounts;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/** An account entered the register. */
public record AccountRegistered(
        String account, String platform, AccountKind kind, PersonId owner, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "account:" + account;
    }

    @Override
    public String name() {
        return "accounts.accountRegistered";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("account", account, "platform", platform, "kind", kind.name(), "owner", owner.value());
    }
}
