package io.fayan.people.web;

import io.fayan.people.People;
import io.fayan.people.Person;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds colleagues for a form: name and unit only, active ones only. */
@RestController
class PeopleLookUp {

    private static final int MOST = 10;
    private static final int FETCHED = 30;

    private final People people;

    PeopleLookUp(People people) {
        this.people = people;
    }

    record Found(String id, String name, String unit) {}

    @GetMapping("/api/people")
    List<Found> people(@RequestParam("q") String words) {
        if (words.isBlank()) {
            return List.of();
        }
        return people.search(words, null, 0, FETCHED).persons().stream()
                .filter(Person::active)
                .limit(MOST)
                .map(person -> new Found(person.id().value(), person.name(), person.unitName()))
                .toList();
    }
}
