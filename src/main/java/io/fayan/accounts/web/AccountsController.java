package io.fayan.accounts.web;

import static java.util.stream.Collectors.toMap;

import io.fayan.accounts.Account;
import io.fayan.accounts.Accounts;
import io.fayan.accounts.Privileges;
import io.fayan.accounts.SocialPlatform;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.OnlyFor;
import io.fayan.platform.web.Confirmation;
import io.fayan.platform.web.FormErrors;
import io.fayan.platform.web.Pages;
import io.fayan.platform.web.Persons;
import io.fayan.platform.web.Texts;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The account register, open to everybody; privileges are changed by administrators. */
@Controller
class AccountsController {

    private static final int PAGE = 25;

    private final Accounts accounts;
    private final Privileges privileges;
    private final People people;
    private final Persons persons;
    private final Texts texts;

    AccountsController(Accounts accounts, Privileges privileges, People people, Persons persons, Texts texts) {
        this.accounts = accounts;
        this.privileges = privileges;
        this.people = people;
        this.persons = persons;
        this.texts = texts;
    }

    @GetMapping("/accounts")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String platform,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var me = CurrentPerson.id();
        var here = Math.max(0, page);
        var hits = accounts.search(q, platform.isEmpty() ? null : platform, seesAll(me) ? null : me, here * PAGE, PAGE);
        var platforms = accounts.platforms();
        var byCode = platforms.stream().collect(toMap(SocialPlatform::code, Function.identity()));
        persons.expect(hits.accounts().stream().map(Account::owner).toList());
        model.addAttribute(
                "rows",
                hits.accounts().stream()
                        .map(account -> new AccountView(account, byCode.get(account.platform())))
                        .toList());
        model.addAttribute("words", q);
        model.addAttribute("platform", platform);
        model.addAttribute("platforms", platforms);
        model.addAttribute("writes", CurrentPerson.has(Role.ADMINISTRATOR));
        var path = UriComponentsBuilder.fromPath("/accounts")
                .queryParam("q", q)
                .queryParam("platform", platform)
                .encode()
                .toUriString();
        model.addAttribute("pages", Pages.of(path, here, PAGE, hits.total()));
        return "accounts/list";
    }

    @GetMapping("/accounts/{code}")
    String page(@PathVariable String code, Model model) {
        var me = CurrentPerson.id();
        var account = accounts.find(code)
                .filter(found -> AccountView.visible(found, me, seesAll(me)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        persons.expect(Stream.of(account.owner(), account.backupOwner())
                .filter(Objects::nonNull)
                .toList());
        model.addAttribute(
                "view",
                new AccountView(account, accounts.platform(account.platform()).orElseThrow()));
        model.addAttribute("writes", CurrentPerson.has(Role.ADMINISTRATOR));
        return "accounts/account";
    }

    @PostMapping("/accounts/{code}/freeze")
    @OnlyFor(Role.ADMINISTRATOR)
    String freeze(@PathVariable String code, RedirectAttributes redirect) {
        return answer(privileges.freeze(code, CurrentPerson.id()), code, redirect);
    }

    @PostMapping("/accounts/{code}/restore")
    @OnlyFor(Role.ADMINISTRATOR)
    String restore(@PathVariable String code, RedirectAttributes redirect) {
        return answer(privileges.restore(code, CurrentPerson.id()), code, redirect);
    }

    @PostMapping("/accounts/{code}/cancel")
    @OnlyFor(Role.ADMINISTRATOR)
    String cancel(@PathVariable String code, RedirectAttributes redirect) {
        return answer(privileges.cancel(code, CurrentPerson.id()), code, redirect);
    }

    private String answer(Outcome outcome, String code, RedirectAttributes redirect) {
        if (accounts.find(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (outcome instanceof Outcome.Refused refused) {
            FormErrors.of(refused.reasons(), texts).on(redirect);
        } else {
            new Confirmation(texts.say("accounts.changed"), texts.say("accounts.changed.next")).on(redirect);
        }
        return "redirect:/accounts/" + code;
    }

    private boolean seesAll(PersonId person) {
        return people.find(person).filter(AccountView::seesAll).isPresent();
    }
}
