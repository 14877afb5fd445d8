package io.fayan.speaking.application;

import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.people.Person;
import java.util.HashSet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the manager who reviews: nobody judges their own matter, and an absent manager has a deputy. */
@Component
class LineManagers {

    private final People people;

    LineManagers(People people) {
        this.people = people;
    }

    /** Up the reporting line to the first who is there and has no part in the matter; empty when there is none. */
    Optional<PersonId> reviewing(PersonId speaker, PersonId requester) {
        var seen = new HashSet<PersonId>();
        var next = people.managerOf(speaker);
        while (next.isPresent() && seen.add(next.get())) {
            var manager = next.get();
            var sits = people.deputyOf(manager, people.today()).orElse(manager);
            if (!sits.equals(speaker) && !sits.equals(requester) && active(sits)) {
                return Optional.of(sits);
            }
            next = people.managerOf(manager);
        }
        return Optional.empty();
    }

    private boolean active(PersonId person) {
        return people.find(person).filter(Person::active).isPresent();
    }
}
