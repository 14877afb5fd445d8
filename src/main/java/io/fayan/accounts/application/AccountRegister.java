package io.fayan.accounts.application;

import static java.util.stream.Collectors.toMap;

import io.fayan.accounts.Account;
import io.fayan.accounts.AccountStatus;
import io.fayan.accounts.Accounts;
import io.fayan.accounts.Privileges;
import io.fayan.accounts.PrivilegesChanged;
import io.fayan.accounts.SocialPlatform;
import io.fayan.accounts.domain.CataloguedPlatform;
import io.fayan.accounts.domain.RegisteredAccount;
import io.fayan.accounts.persistence.AccountRows;
import io.fayan.accounts.persistence.AccountSearch;
import io.fayan.accounts.persistence.PlatformRows;
import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class AccountRegister implements Accounts, Privileges {

    private final PlatformRows platforms;
    private final AccountRows accounts;
    private final AccountSearch search;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccountRegister(
            PlatformRows platforms,
            AccountRows accounts,
            AccountSearch search,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.platforms = platforms;
        this.accounts = accounts;
        this.search = search;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public List<SocialPlatform> platforms() {
        return platforms.findAllByOrderByCode().stream()
                .map(CataloguedPlatform::view)
                .toList();
    }

    @Override
    public Optional<SocialPlatform> platform(String code) {
        return platforms.findById(code).map(CataloguedPlatform::view);
    }

    @Override
    public Optional<Account> find(String code) {
        return accounts.findById(code).map(RegisteredAccount::view);
    }

    @Override
    public List<Account> usableBy(PersonId person) {
        if (people.find(person).filter(Person::active).isEmpty()) {
            return List.of();
        }
        return accounts.usable(person.value(), AccountStatus.ACTIVE).stream()
                .map(RegisteredAccount::view)
                .toList();
    }

    @Override
    public List<Account> of(PersonId person) {
        return accounts.of(person.value()).stream().map(RegisteredAccount::view).toList();
    }

    @Override
    public Hits search(String words, @Nullable String platform, @Nullable PersonId viewer, int first, int max) {
        var all = platforms();
        var page = search.search(words, platform, viewer, first, max, word -> all.stream()
                .filter(one -> RegisteredAccount.fold(
                                one.code() + ' ' + one.name().all())
                        .contains(word))
                .map(SocialPlatform::code)
                .toList());
        var found = accounts.findByCodeIn(page.codes()).stream()
                .map(RegisteredAccount::view)
                .collect(toMap(Account::code, Function.identity()));
        return new Hits(page.codes().stream().map(found::get).toList(), page.total());
    }

    @Override
    @Transactional
    public Outcome freeze(String account, PersonId by) {
        return change(account, by, RegisteredAccount::freeze);
    }

    @Override
    @Transactional
    public Outcome restore(String account, PersonId by) {
        return change(account, by, RegisteredAccount::restore);
    }

    @Override
    @Transactional
    public Outcome cancel(String account, PersonId by) {
        return change(account, by, RegisteredAccount::cancel);
    }

    private Outcome change(String code, PersonId by, Function<RegisteredAccount, Optional<String>> step) {
        var found = accounts.findById(code);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.at("account", "accounts.refused.unknown"));
        }
        var account = found.get();
        var before = account.status();
        var reason = step.apply(account);
        if (reason.isPresent()) {
            return Outcome.refused(Refusal.at("account", reason.get()));
        }
        accounts.save(account);
        events.publishEvent(new PrivilegesChanged(code, before, account.status(), by, clock.instant()));
        return Outcome.kept();
    }
}
