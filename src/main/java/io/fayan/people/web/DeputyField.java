package io.fayan.people.web;

import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.people.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A person chosen by typing: the suggestions, and what was meant. */
@Component
class DeputyField {

    private static final int SUGGESTIONS = 8;

    private final People people;

    DeputyField(People people) {
        this.people = people;
    }

    /** Colleagues who are with the company, as the field shows them. */
    List<String> suggestions(String typed, PersonId except) {
        if (typed.isBlank()) {
            return List.of();
        }
        return people.search(typed, null, 0, 3 * SUGGESTIONS).persons().stream()
                .filter(Person::active)
                .filter(person -> !person.id().equals(except))
                .limit(SUGGESTIONS)
                .map(DeputyField::shown)
                .toList();
    }

    static String shown(Person person) {
        return person.id() + " " + person.name() + " · " + person.unitName();
    }

    /** A suggestion as it was taken, a bare personnel number, or words that only one active colleague answers to. */
    Optional<PersonId> meant(String typed) {
        var first = typed.strip().split("\\s+", 2)[0];
        try {
            var byNumber = people.find(new PersonId(first)).map(Person::id);
            if (byNumber.isPresent()) {
                return byNumber;
            }
        } catch (IllegalArgumentException e) {
            // No personnel number, so words.
        }
        if (typed.isBlank()) {
            return Optional.empty();
        }
        var found = people.search(typed, null, 0, 3 * SUGGESTIONS).persons().stream()
                .filter(Person::active)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0).id()) : Optional.empty();
    }
}
