package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Details of a person changed. @param fields names of the components of {@link PersonDetails}, never their values */
public record PersonChanged(PersonId person, Set<String> fields, PersonId actor, Instant at) implements DomainEvent {

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "people.personChanged";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value(), "fields", String.join(",", new TreeSet<>(fields)));
    }
}
