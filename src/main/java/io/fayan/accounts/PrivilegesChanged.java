package io.fayan.accounts;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/** An account's privileges were frozen, restored or cancelled. */
public record PrivilegesChanged(String account, AccountStatus before, AccountStatus after, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "account:" + account;
    }

    @Override
    public String name() {
        return "accounts.privilegesChanged";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("account", account, "before", before.name(), "after", after.name());
    }
}
