package io.fayan.accounts.web;

import io.fayan.accounts.Account;
import io.fayan.accounts.AccountKind;
import io.fayan.accounts.SocialPlatform;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.Person;

/** An account as the register shows it. */
record AccountView(Account account, SocialPlatform platform) {

    /** Of {@code fragments/pieces :: status}. */
    public String tone() {
        return switch (account.status()) {
            case ACTIVE -> "done";
            case FROZEN -> "waiting";
            case CANCELLED -> "stopped";
        };
    }

    /** Personal accounts are their owners' business, and of those who look after the policy. */
    static boolean seesAll(Person person) {
        return person.has(Role.ADMINISTRATOR)
                || person.has(Role.COMMUNICATIONS)
                || person.has(Role.COMMUNICATIONS_LEAD)
                || person.has(Role.HUMAN_RESOURCES)
                || person.has(Role.INVESTIGATOR)
                || person.has(Role.AUDITOR);
    }

    static boolean visible(Account account, PersonId viewer, boolean seesAll) {
        return seesAll
                || account.kind() == AccountKind.COMPANY
                || account.owner().equals(viewer);
    }
}
