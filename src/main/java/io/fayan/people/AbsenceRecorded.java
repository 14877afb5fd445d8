package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A person will be, or is, away. */
public record AbsenceRecorded(
        PersonId person, LocalDate from, LocalDate until, PersonId deputy, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "people.absenceRecorded";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "person", person.value(), "from", from.toString(), "until", until.toString(), "deputy", deputy.value());
    }
}
