package io.fayan.people;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.platform.frontdoor.Outcome;
import java.time.LocalDate;
import java.util.Set;

/**
 * Changes to single persons. Each answers {@link Outcome.Kept}, or {@link Outcome.Refused} with the field it is about;
 * callers have checked that {@code by} may.
 */
public interface Personnel {

    /** Enters a new person; fields are named like the record's components. */
    Outcome join(PersonDetails details, PersonId by);

    /** Replaces the roles; they count from the person's next request. Fields: {@code roles}. */
    Outcome changeRoles(PersonId person, Set<Role> roles, PersonId by);

    /**
     * Ends a person's time with the company. Access ends with the last day: at once when that is over, else when it ends.
     * From then on open steps belong to the deputy, else to their group, else to the manager. Fields: {@code lastDay}.
     */
    Outcome leave(PersonId person, LocalDate lastDay, PersonId by);
}
