package io.fayan.people;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works here, who leads whom, who stands in for whom. {@link PersonId#SYSTEM} is never a person. */
public interface People {

    /** Active or not. */
    Optional<Person> find(PersonId id);

    /** Several at once, for lists; unknown ids are left out. */
    Map<PersonId, Person> find(Collection<PersonId> ids);

    /** Active holders of a role today, ordered by name. */
    List<PersonId> holders(Role role);

    /** The person's manager, active or not; empty at the top of the reporting line and for unknown persons. */
    Optional<PersonId> managerOf(PersonId id);

    /** Everybody active today, ordered by personnel number; for campaigns and audiences. */
    List<Person> active();

    /**
     * Who stands in for an absent person on a day: chains of absent deputies are followed to the first who is there.
     *
     * @return empty when the person is not absent that day, or when the chain ends at a cycle, at a deputy who is not with
     *     the company that day, or at an absent deputy whom nobody stands in for
     */
    Optional<PersonId> deputyOf(PersonId id, LocalDate day);

    /** Today's date where the company's days begin and end. */
    LocalDate today();

    /**
     * One page of the register, ordered by personnel number.
     *
     * @param words all of them must occur in name, personnel number, login, mail, title or unit; blank finds everybody
     * @param unit only this unit's own people; null for all units
     * @param first index of the first hit, from 0
     * @param max hits at most
     */
    Hits search(String words, @Nullable String unit, int first, int max);

    /** Ordered by code. */
    List<Unit> units();

    /** @param total of all pages together */
    record Hits(List<Person> persons, long total) {
        public Hits {
            persons = List.copyOf(persons);
        }
    }
}
