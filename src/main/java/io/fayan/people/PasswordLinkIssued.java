package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/** Somebody was given a link to set a password with. The link itself is kept nowhere. */
public record PasswordLinkIssued(PersonId person, PersonId actor, Instant at) implements DomainEvent {

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "people.passwordLinkIssued";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value());
    }
}
