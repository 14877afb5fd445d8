package io.fayan.platform.security;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the platform must know of people. Implemented by the people module; read on every request, never cached in a session. */
public interface PersonDirectory {

    Optional<Entry> find(PersonId id);

    /** Several at once, for lists; unknown ids are left out. */
    Map<PersonId, Entry> find(Collection<PersonId> ids);

    /** The account behind a login name, folded as people type it; active or not. */
    Optional<Account> account(String login);

    /** Active holders of a role, ordered by name. */
    List<PersonId> holders(Role role);

    /**
     * @param name as the person's own language writes it
     * @param unit the unit's name in the language asked of the message source; already localised by the caller's locale
     * @param active false before the first and after the last working day
     */
    record Entry(PersonId id, String name, String unit, Set<Role> roles, Locale language, boolean active) {
        public boolean has(Role role) {
            return roles.contains(role);
        }
    }

    /** @param passwordHash null while the person has not set one */
    record Account(PersonId person, @Nullable String passwordHash, boolean active) {}
}
