package io.fayan.people.web;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.Absences;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.people.Personnel;
import io.fayan.people.application.Invitations;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.OnlyFor;
import io.fayan.platform.web.Confirmation;
import io.fayan.platform.web.FormErrors;
import io.fayan.platform.web.Pages;
import io.fayan.platform.web.Persons;
import io.fayan.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

/** The register: read by human resources and administrators, changed by administrators. */
@Controller
@OnlyFor({Role.ADMINISTRATOR, Role.HUMAN_RESOURCES})
class PeopleController {

    private static final int PAGE = 25;

    private final People people;
    private final Personnel personnel;
    private final Absences absences;
    private final Invitations invitations;
    private final DeputyField deputies;
    private final Persons persons;
    private final Texts texts;

    PeopleController(
            People people,
            Personnel personnel,
            Absences absences,
            Invitations invitations,
            DeputyField deputies,
            Persons persons,
            Texts texts) {
        this.people = people;
        this.personnel = personnel;
        this.absences = absences;
        this.invitations = invitations;
        this.deputies = deputies;
        this.persons = persons;
        this.texts = texts;
    }

    record Row(Person person, PersonState state) {}

    @GetMapping("/people")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var here = Math.max(0, page);
        var hits = people.search(q, unit.isEmpty() ? null : unit, here * PAGE, PAGE);
        var today = people.today();
        model.addAttribute(
                "rows",
                hits.persons().stream()
                        .map(person -> new Row(person, PersonState.of(person, today)))
                        .toList());
        model.addAttribute("words", q);
        model.addAttribute("unit", unit);
        model.addAttribute("units", people.units());
        model.addAttribute("writes", CurrentPerson.has(Role.ADMINISTRATOR));
        var path = UriComponentsBuilder.fromPath("/people")
                .queryParam("q", q)
                .queryParam("unit", unit)
                .encode()
                .toUriString();
        model.addAttribute("pages", Pages.of(path, here, PAGE, hits.total()));
        return "people/list";
    }

    @GetMapping("/people/{id}")
    String page(@PathVariable String id, Model model) {
        return show(person(id), AbsenceForm.EMPTY, model);
    }

    @PostMapping("/people/{id}/roles")
    @OnlyFor(Role.ADMINISTRATOR)
    String changeRoles(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var person = person(id);
        var chosen = EnumSet.noneOf(Role.class);
        if (roles != null) {
            chosen.addAll(roles);
        }
        return answer(
                personnel.changeRoles(person.id(), chosen, CurrentPerson.id()),
                "people.roles.changed",
                person,
                AbsenceForm.EMPTY,
                model,
                response,
                redirect);
    }

    @PostMapping("/people/{id}/leaving")
    @OnlyFor(Role.ADMINISTRATOR)
    String leave(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate lastDay,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var person = person(id);
        var outcome = lastDay == null
                ? Outcome.refused(Refusal.at("lastDay", "people.refused.noLastDay"))
                : personnel.leave(person.id(), lastDay, CurrentPerson.id());
        return answer(outcome, "people.leaving.recorded", person, AbsenceForm.EMPTY, model, response, redirect);
    }

    /** The link is shown once, on this answer, and kept nowhere. */
    @PostMapping("/people/{id}/password-link")
    @OnlyFor(Role.ADMINISTRATOR)
    String invite(@PathVariable String id, Model model) {
        var person = person(id);
        if (!person.active()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        model.addAttribute("link", invitations.invite(person.id(), CurrentPerson.id()));
        return show(person, AbsenceForm.EMPTY, model);
    }

    @PostMapping("/people/{id}/absences")
    @OnlyFor(Role.ADMINISTRATOR)
    String recordAbsence(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String deputy,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var person = person(id);
        var form = new AbsenceForm(from, until, deputy);
        var outcome = form.record(absences, deputies, person.id(), CurrentPerson.id());
        return answer(outcome, "absence.recorded", person, form, model, response, redirect);
    }

    @PostMapping("/people/{id}/absences/{absence}/cancel")
    @OnlyFor(Role.ADMINISTRATOR)
    String cancelAbsence(
            @PathVariable String id,
            @PathVariable UUID absence,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var person = person(id);
        return answer(
                absences.cancel(person.id(), absence, CurrentPerson.id()),
                "absence.cancelled",
                person,
                AbsenceForm.EMPTY,
                model,
                response,
                redirect);
    }

    private String answer(
            Outcome outcome,
            String done,
            Person person,
            AbsenceForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (outcome instanceof Outcome.Refused refused) {
            model.addAttribute("errors", FormErrors.of(refused.reasons(), texts));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(person, form, model);
        }
        new Confirmation(texts.say(done), texts.say(done + ".next")).on(redirect);
        return "redirect:/people/" + person.id();
    }

    private String show(Person person, AbsenceForm form, Model model) {
        var away = absences.of(person.id());
        persons.expect(away.stream().map(Absences.Absence::deputy).toList());
        model.addAttribute("person", person);
        model.addAttribute("state", PersonState.of(person, people.today()));
        model.addAttribute("absences", away);
        model.addAttribute("form", form);
        model.addAttribute("roles", List.of(Role.values()));
        model.addAttribute("today", people.today());
        model.addAttribute("writes", CurrentPerson.has(Role.ADMINISTRATOR));
        return "people/person";
    }

    private Person person(String id) {
        try {
            return people.find(new PersonId(id)).orElseThrow(PeopleController::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
