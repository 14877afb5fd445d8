package io.fayan.accounts;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/** Details of an account changed: handle, name, kind or who answers for it. */
public record AccountChanged(String account, PersonId owner, PersonId actor, Instant at) implements DomainEvent {

    @Override
    public String chain() {
        return "account:" + account;
    }

    @Override
    public String name() {
        return "accounts.accountChanged";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("account", account, "owner", owner.value());
    }
}
