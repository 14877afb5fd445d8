package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A person's last day is over: no access, no roles in the engine, no open steps. */
public record PersonLeft(PersonId person, LocalDate lastDay, PersonId actor, Instant at) implements DomainEvent {

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "people.personLeft";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value(), "lastDay", lastDay.toString());
    }
}
