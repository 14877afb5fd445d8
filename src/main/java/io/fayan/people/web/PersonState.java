package io.fayan.people.web;

import io.fayan.people.Person;
import java.time.LocalDate;

/**
 * Whether somebody is with the company, as a pill says it.
 *
 * @param tone of {@code fragments/pieces :: status}
 * @param word message key
 */
record PersonState(String tone, String word) {

    static PersonState of(Person person, LocalDate today) {
        var last = person.lastDay();
        if (!person.active()) {
            return last != null && last.isBefore(today)
                    ? new PersonState("neutral", "people.state.left")
                    : new PersonState("waiting", "people.state.notYet");
        }
        return last == null
                ? new PersonState("done", "people.state.active")
                : new PersonState("waiting", "people.state.leaving");
    }
}
