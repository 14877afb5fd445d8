package io.fayan.people;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as other modules see one, on the day of asking.
 *
 * @param name family name first for Chinese, Japanese and Korean names, given name first for others
 * @param unit the unit's code
 * @param unitName in the language of the request
 * @param active on today's date in the company's zone; false before the first and after the last day
 * @param lastDay the last day with the company, when one is set
 */
public record Person(
        PersonId id,
        String name,
        String unit,
        String unitName,
        String title,
        StaffType staffType,
        @Nullable PersonId manager,
        Set<Role> roles,
        Locale language,
        String mail,
        boolean active,
        @Nullable LocalDate lastDay) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
