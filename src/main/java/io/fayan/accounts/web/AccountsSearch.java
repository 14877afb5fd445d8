package io.fayan.accounts.web;

import io.fayan.accounts.Accounts;
import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.platform.web.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Accounts in the one search field. */
@Component
class AccountsSearch implements SearchSource {

    private final Accounts accounts;
    private final People people;

    AccountsSearch(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    @Override
    public List<Hit> search(PersonId person, String words, int limit) {
        var seesAll = people.find(person).filter(AccountView::seesAll).isPresent();
        return accounts.search(words, null, seesAll ? null : person, 0, limit).accounts().stream()
                .map(found -> new Hit(
                        "search.kind.account",
                        found.name(),
                        found.code() + " · " + found.handle(),
                        "/accounts/" + found.code()))
                .toList();
    }
}
