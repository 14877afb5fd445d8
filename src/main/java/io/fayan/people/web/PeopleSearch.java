package io.fayan.people.web;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.platform.web.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Persons in the one search field, for those who may open the register. */
@Component
class PeopleSearch implements SearchSource {

    private final People people;

    PeopleSearch(People people) {
        this.people = people;
    }

    @Override
    public List<Hit> search(PersonId person, String words, int limit) {
        var may = people.find(person)
                .filter(who -> who.has(Role.ADMINISTRATOR) || who.has(Role.HUMAN_RESOURCES))
                .isPresent();
        return may
                ? people.search(words, null, 0, limit).persons().stream()
                        .map(found -> new Hit(
                                "search.kind.person",
                                found.name(),
                                found.id() + " · " + found.unitName(),
                                "/people/" + found.id()))
                        .toList()
                : List.of();
    }
}
