package io.fayan.accounts;

import io.fayan.kernel.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform catalogue (clause 2.1) and the account register (clause 3.2.a). */
public interface Accounts {

    /** Ordered by code. */
    List<SocialPlatform> platforms();

    Optional<SocialPlatform> platform(String code);

    /** Active, frozen or cancelled. */
    Optional<Account> find(String code);

    /**
     * Accounts that a request of this person may name: every active company account, and the person's own active personal
     * ones; company accounts first, then by code. Nothing for somebody who is not with the company.
     */
    List<Account> usableBy(PersonId person);

    /** Accounts that the person owns or backs up, whatever their status; by code. */
    List<Account> of(PersonId person);

    /**
     * One page of the register, ordered by code.
     *
     * @param words all of them must occur in code, handle, name or the names of the platform; blank finds everything
     * @param platform only this platform's; null for all
     * @param viewer sees company accounts and the own personal ones; null sees every account
     * @param first index of the first hit, from 0
     * @param max hits at most
     */
    Hits search(String words, @Nullable String platform, @Nullable PersonId viewer, int first, int max);

    /** @param total of all pages together */
    record Hits(List<Account> accounts, long total) {
        public Hits {
            accounts = List.copyOf(accounts);
        }
    }
}
