package io.fayan.policy.application;

import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.policy.Knowledge;
import io.fayan.policy.persistence.KnowledgeRows;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who knows a version and who does not yet, for the people who have to see to it. */
@Service
public class KnowledgeOverview {

    private final ClauseRegister register;
    private final KnowledgeRows rows;
    private final People people;

    KnowledgeOverview(ClauseRegister register, KnowledgeRows rows, People people) {
        this.register = register;
        this.rows = rows;
        this.people = people;
    }

    /**
     * One page of persons, ordered by personnel number.
     *
     * @param version one of the register
     * @param words as {@link People#search} takes them
     * @param missing only those active today to whom this text was not made known
     * @param page from 0
     */
    public Overview of(String version, String words, boolean missing, int page, int size) {
        var text = register.version(version).orElseThrow();
        var knowing = rows.knowing(version, text.hash().value());
        var active = people.active();
        var found = missing
                ? people.search(words, null, 0, Integer.MAX_VALUE)
                : people.search(words, null, page * size, size);
        var total = found.total();
        var persons = found.persons();
        if (missing) {
            var without = persons.stream()
                    .filter(person -> person.active() && !knowing.contains(person.id()))
                    .toList();
            total = without.size();
            persons = without.stream().skip((long) page * size).limit(size).toList();
        }
        var known = rows.of(persons.stream().map(Person::id).toList());
        var lines = persons.stream()
                .map(person -> new Line(
                        person,
                        known.stream()
                                .filter(one -> one.person().equals(person.id())
                                        && one.version().equals(version)
                                        && one.textHash().equals(text.hash()))
                                .findFirst()))
                .toList();
        return new Overview(
                lines,
                total,
                active.stream().filter(person -> knowing.contains(person.id())).count(),
                active.size());
    }

    /**
     * @param total of all pages together
     * @param knowing of those active today
     * @param active today
     */
    public record Overview(List<Line> lines, long total, long knowing, long active) {}

    /** @param known the first time; empty while the version was not made known to the person */
    public record Line(Person person, Optional<Knowledge> known) {}
}
