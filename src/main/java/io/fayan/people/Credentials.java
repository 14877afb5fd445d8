package io.fayan.people;

import io.fayan.kernel.PersonId;
import io.fayan.platform.frontdoor.Outcome;

/** Passwords of local accounts. A person without one cannot sign in by form. */
public interface Credentials {

    /**
     * Sets or replaces a password.
     *
     * @return kept, or refused with the field {@code password}: too short (under 12 characters), too long (over 72 bytes,
     *     which is all that bcrypt reads), or the person's own login or number
     */
    Outcome set(PersonId person, String password, PersonId by);

    /**
     * Takes over a hash made elsewhere, by another system or by the demo company.
     *
     * @param hash with its algorithm in front, for example <code>{bcrypt}$2a$…</code>
     * @throws IllegalArgumentException when the hash does not name its algorithm or the person is unknown
     */
    void adopt(PersonId person, String hash, PersonId by);
}
