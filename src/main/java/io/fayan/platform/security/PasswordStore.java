package io.fayan.platform.security;

import io.fayan.kernel.PersonId;
import io.fayan.platform.frontdoor.Outcome;
import java.util.Optional;

/** What setting passwords needs of people; implemented by the people module. */
public interface PasswordStore {

    /** Whose account it is; empty when nobody has the number or the person has left. */
    Optional<Owner> owner(PersonId person);

    /** @return kept, or refused at the field {@code password} by the rule for passwords */
    Outcome set(PersonId person, String password);

    /**
     * The person behind a mail address as an administrator: given the role, and registered first when nobody has that
     * address.
     */
    FirstAdministrator firstAdministrator(String mail);

    /** @param login as shown */
    record Owner(PersonId person, String login, String name) {}

    sealed interface FirstAdministrator {}

    record Ready(PersonId person) implements FirstAdministrator {}

    /** Somebody is an administrator with a password already, so nothing was done. */
    record NotNeeded() implements FirstAdministrator {}
}
