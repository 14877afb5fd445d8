package io.fayan.people.web;

import io.fayan.kernel.PersonId;
import io.fayan.people.Absences;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.web.Confirmation;
import io.fayan.platform.web.FormErrors;
import io.fayan.platform.web.Persons;
import io.fayan.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own absence: when, and who stands in. */
@Controller
class OwnAbsenceController {

    private final Absences absences;
    private final DeputyField deputies;
    private final Persons persons;
    private final Texts texts;

    OwnAbsenceController(Absences absences, DeputyField deputies, Persons persons, Texts texts) {
        this.absences = absences;
        this.deputies = deputies;
        this.persons = persons;
        this.texts = texts;
    }

    @GetMapping("/me/absence")
    String page(Model model) {
        return show(AbsenceForm.EMPTY, model);
    }

    @PostMapping("/me/absence")
    String record(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String deputy,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var me = CurrentPerson.id();
        var form = new AbsenceForm(from, until, deputy);
        if (form.record(absences, deputies, me, me) instanceof Outcome.Refused refused) {
            model.addAttribute("errors", FormErrors.of(refused.reasons(), texts));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(form, model);
        }
        new Confirmation(texts.say("absence.recorded"), texts.say("absence.recorded.next")).on(redirect);
        return "redirect:/me/absence";
    }

    @PostMapping("/me/absence/{id}/cancel")
    String cancel(@PathVariable UUID id, RedirectAttributes redirect) {
        var me = CurrentPerson.id();
        if (absences.cancel(me, id, me) instanceof Outcome.Refused refused) {
            FormErrors.of(refused.reasons(), texts).on(redirect);
        } else {
            new Confirmation(texts.say("absence.cancelled"), texts.say("absence.cancelled.next")).on(redirect);
        }
        return "redirect:/me/absence";
    }

    /** Options for the deputy field, for htmx. */
    @GetMapping("/me/absence/deputies")
    String suggestions(@RequestParam(defaultValue = "") String deputy, Model model) {
        model.addAttribute("suggestions", deputies.suggestions(deputy, CurrentPerson.id()));
        return "people/absence :: suggestions";
    }

    private String show(AbsenceForm form, Model model) {
        PersonId me = CurrentPerson.id();
        var own = absences.of(me);
        persons.expect(own.stream().map(Absences.Absence::deputy).toList());
        model.addAttribute("form", form);
        model.addAttribute("absences", own);
        return "people/own-absence";
    }
}
