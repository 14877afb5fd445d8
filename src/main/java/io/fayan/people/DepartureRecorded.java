package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A last day was set or changed; access ends when it is over. */
public record DepartureRecorded(PersonId person, LocalDate lastDay, PersonId actor, Instant at) implements DomainEvent {

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "people.departureRecorded";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value(), "lastDay", lastDay.toString());
    }
}
