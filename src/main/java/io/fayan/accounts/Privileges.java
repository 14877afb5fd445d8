package io.fayan.accounts;

import io.fayan.kernel.PersonId;
import io.fayan.platform.frontdoor.Outcome;

/**
 * Switches an account's privileges off and on (clause 5.2.2). Each answers {@link Outcome.Kept}, or
 * {@link Outcome.Refused} when the account is unknown or its status does not allow it. The caller has checked that
 * {@code by} may.
 */
public interface Privileges {

    /** No request may name the account until it is restored. */
    Outcome freeze(String account, PersonId by);

    /** Ends a freeze. */
    Outcome restore(String account, PersonId by);

    /** For good; the handle stays in the register. */
    Outcome cancel(String account, PersonId by);
}
