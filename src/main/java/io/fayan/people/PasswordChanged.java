package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/** A password was set or replaced. */
public record PasswordChanged(PersonId person, PersonId actor, Instant at) implements DomainEvent {

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "people.passwordChanged";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value());
    }
}
