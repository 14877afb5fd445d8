package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A person's first day has come, or had come when they were entered: {@code from} may lie long before {@code at}. */
public record PersonJoined(PersonId person, LocalDate from, StaffType staffType, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "people.personJoined";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value(), "from", from.toString(), "staffType", staffType.name());
    }
}
