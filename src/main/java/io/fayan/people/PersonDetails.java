package io.fayan.people;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the register keeps of a person besides credentials and absences.
 *
 * @param manager null at the top of a reporting line
 * @param title may be empty
 * @param activeUntil last day, itself included; null when none is set
 */
public record PersonDetails(
        PersonId id,
        LoginName login,
        PersonName name,
        String mail,
        StaffType staffType,
        String unit,
        @Nullable PersonId manager,
        String title,
        Set<Role> roles,
        Locale language,
        LocalDate activeFrom,
        @Nullable LocalDate activeUntil) {

    /** The languages the product speaks; the first is the default. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE, Locale.ENGLISH);

    /** Ids of engine-only users, never of persons. */
    public static final Set<PersonId> RESERVED = Set.of(PersonId.SYSTEM, new PersonId("engine-admin"));

    public PersonDetails {
        roles = Set.copyOf(roles);
        if (RESERVED.contains(id)) {
            throw new IllegalArgumentException(id + " is never a person");
        }
        if (id.equals(manager)) {
            throw new IllegalArgumentException("Nobody is their own manager");
        }
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("The product does not speak " + language);
        }
        if (activeUntil != null && activeUntil.isBefore(activeFrom)) {
            throw new IllegalArgumentException("The last day is not before the first");
        }
    }
}
