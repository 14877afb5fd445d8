package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/** A person was entered into the register; they are with the company only from their first day on. */
public record PersonRegistered(PersonId person, StaffType staffType, String unit, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "people.personRegistered";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value(), "staffType", staffType.name(), "unit", unit);
    }
}
