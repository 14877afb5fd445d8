package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** An absence was taken back, or ended early. */
public record AbsenceCancelled(PersonId person, LocalDate from, LocalDate until, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "people.absenceCancelled";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value(), "from", from.toString(), "until", until.toString());
    }
}
