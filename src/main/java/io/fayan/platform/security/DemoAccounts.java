package io.fayan.platform.security;

import java.util.List;

/** Accounts the login page offers in the demo, by what one can do with them. No bean outside the demo. */
public interface DemoAccounts {

    List<Offer> offers();

    /** All demo accounts share it; shown on the login page. */
    String password();

    /** @param label message key, for example {@code demo.account.legal} */
    record Offer(String label, String login) {}
}
