package io.fayan.policy.web;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.OnlyFor;
import io.fayan.platform.web.Confirmation;
import io.fayan.platform.web.FormErrors;
import io.fayan.platform.web.Persons;
import io.fayan.platform.web.Texts;
import io.fayan.policy.Clause;
import io.fayan.policy.Knowledge;
import io.fayan.policy.MadeKnown;
import io.fayan.policy.Policy;
import io.fayan.policy.PolicyOffice;
import io.fayan.policy.PolicyOffice.NewNote;
import io.fayan.policy.PolicyVersion;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The policy as everybody reads it, one clause at a time or whole, and how the company reads its clauses. */
@Controller
class PolicyController {

    private final Policy policy;
    private final PolicyOffice office;
    private final People people;
    private final Persons persons;
    private final Texts texts;
    private final Clock clock;

    PolicyController(Policy policy, PolicyOffice office, People people, Persons persons, Texts texts, Clock clock) {
        this.policy = policy;
        this.office = office;
        this.people = people;
        this.persons = persons;
        this.texts = texts;
        this.clock = clock;
    }

    /** The version in force, or the one named. */
    @GetMapping("/policy")
    String read(@RequestParam(name = "version", required = false) @Nullable String tag, Locale language, Model model) {
        var inForce = policy.inForce(clock.instant());
        var versions = policy.versions(language);
        var version = find(versions, tag == null ? inForce : tag);
        var clauses = policy.clauses(version.tag(), language);
        persons.expect(authors(clauses));
        model.addAttribute("versions", versions);
        model.addAttribute("version", version);
        model.addAttribute("inForce", inForce);
        model.addAttribute("clauses", clauses);
        model.addAttribute("known", known(CurrentPerson.id(), version).orElse(null));
        model.addAttribute("owner", isOwner());
        return "policy/read";
    }

    /** The reader says: I know this version. */
    @PostMapping("/policy/{version}/attestation")
    String attest(@PathVariable String version, Locale language, RedirectAttributes redirect) {
        var me = CurrentPerson.id();
        var found = find(policy.versions(language), version);
        var outcome = policy.recordKnown(me, found.tag(), people.today(), MadeKnown.ATTESTED, me);
        if (outcome instanceof Outcome.Refused refused) {
            FormErrors.of(refused.reasons(), texts).on(redirect);
        } else {
            new Confirmation(texts.say("policy.attested.title", version), texts.say("policy.attested.next"))
                    .on(redirect);
        }
        return "redirect:" + page(version, null);
    }

    /** For the clause chip; whoever follows its link without scripts lands at the clause on the page. */
    @GetMapping("/policy/{version}/clauses/{id}")
    String clause(
            @PathVariable String version,
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Locale language,
            Model model) {
        var clause = policy.clause(version, id, language)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (fragment == null) {
            return "redirect:" + page(version, id);
        }
        persons.expect(authors(List.of(clause)));
        model.addAttribute("clause", clause);
        return "policy/clause :: chip";
    }

    @OnlyFor(Role.POLICY_OWNER)
    @GetMapping("/policy/{version}/clauses/{id}/notes")
    String noteForm(@PathVariable String version, @PathVariable String id, Locale language, Model model) {
        return noteForm(new NewNote(UUID.randomUUID(), version, id, null, null, null), language, model);
    }

    @OnlyFor(Role.POLICY_OWNER)
    @PostMapping("/policy/{version}/clauses/{id}/notes")
    String addNote(
            @PathVariable String version,
            @PathVariable String id,
            @RequestParam UUID note,
            @RequestParam String zhCn,
            @RequestParam String zhTw,
            @RequestParam String en,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var added = new NewNote(note, version, id, zhCn, zhTw, en);
        if (office.addNote(added, CurrentPerson.id()) instanceof Outcome.Refused refused) {
            model.addAttribute("errors", FormErrors.of(refused.reasons(), texts));
            return noteForm(added, language, model);
        }
        new Confirmation(texts.say("policy.note.added", id), texts.say("policy.note.added.next")).on(redirect);
        return "redirect:" + page(version, id);
    }

    private String noteForm(NewNote note, Locale language, Model model) {
        var clause = policy.clause(note.version(), note.clause(), language)
                .filter(found -> !found.heading())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        persons.expect(authors(List.of(clause)));
        model.addAttribute("clause", clause);
        model.addAttribute("note", note);
        return "policy/note";
    }

    private Optional<Knowledge> known(PersonId person, PolicyVersion version) {
        return policy.knowledge(List.of(person)).stream()
                .filter(known -> known.version().equals(version.tag())
                        && known.textHash().equals(version.textHash()))
                .findFirst();
    }

    private boolean isOwner() {
        return people.find(CurrentPerson.id())
                .filter(person -> person.has(Role.POLICY_OWNER))
                .isPresent();
    }

    private static List<PersonId> authors(List<Clause> clauses) {
        return clauses.stream()
                .flatMap(clause -> clause.notes().stream())
                .map(Clause.Note::author)
                .distinct()
                .toList();
    }

    private static PolicyVersion find(List<PolicyVersion> versions, String tag) {
        return versions.stream()
                .filter(version -> version.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(String version, @Nullable String clause) {
        return UriComponentsBuilder.fromPath("/policy")
                .queryParam("version", version)
                .fragment(clause == null ? null : "c-" + clause)
                .encode()
                .toUriString();
    }
}
