package io.fayan.support;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.people.StaffType;
import io.fayan.people.Unit;
import io.fayan.people.domain.Deputies;
import io.fayan.platform.calendar.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A company of which a test says who works there, who leads whom, and who is away. Everybody is called by their number. */
public final class InMemoryPeople implements People {

    private final WorkingDays calendar;
    private final Clock clock;
    private final Map<PersonId, Person> persons = new TreeMap<>();
    private final Map<PersonId, PersonId> deputies = new HashMap<>();

    public InMemoryPeople(WorkingDays calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param manager null at the top of the reporting line */
    public void join(PersonId id, @Nullable PersonId manager, Role... roles) {
        persons.put(id, person(id, manager, Set.of(roles), true));
    }

    public void leave(PersonId id) {
        var leaver = persons.get(id);
        persons.put(id, person(id, leaver.manager(), leaver.roles(), false));
    }

    /** Away from now on. */
    public void away(PersonId id, PersonId deputy) {
        deputies.put(id, deputy);
    }

    private static Person person(PersonId id, @Nullable PersonId manager, Set<Role> roles, boolean active) {
        return new Person(
                id,
                "Name of " + id,
                "U",
                "Unit",
                "",
                StaffType.REGULAR,
                manager,
                roles,
                Locale.ENGLISH,
                id + "@example.com",
                active,
                null);
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(persons.get(id));
    }

    @Override
    public Map<PersonId, Person> find(Collection<PersonId> ids) {
        return persons.values().stream()
                .filter(person -> ids.contains(person.id()))
                .collect(Collectors.toMap(Person::id, person -> person));
    }

    @Override
    public List<PersonId> holders(Role role) {
        return active().stream()
                .filter(person -> person.has(role))
                .sorted(Comparator.comparing(Person::name))
                .map(Person::id)
                .toList();
    }

    @Override
    public Optional<PersonId> managerOf(PersonId id) {
        return find(id).map(Person::manager);
    }

    @Override
    public List<Person> active() {
        return persons.values().stream().filter(Person::active).toList();
    }

    @Override
    public Optional<PersonId> deputyOf(PersonId id, LocalDate day) {
        return Deputies.follow(
                id, person -> Optional.ofNullable(deputies.get(person)), deputies::containsKey, person -> find(person)
                        .filter(Person::active)
                        .isPresent());
    }

    @Override
    public LocalDate today() {
        return clock.instant().atZone(calendar.zone()).toLocalDate();
    }

    @Override
    public Hits search(String words, @Nullable String unit, int first, int max) {
        throw new UnsupportedOperationException("Search is a question to the database");
    }

    @Override
    public List<Unit> units() {
        return List.of();
    }
}
