package io.fayan.speaking.application;

import static io.fayan.speaking.application.Office.COLLEAGUE;
import static io.fayan.speaking.application.Office.COMPANY_ACCOUNT;
import static io.fayan.speaking.application.Office.EDITOR;
import static io.fayan.speaking.application.Office.LAWYER;
import static io.fayan.speaking.application.Office.MANAGER;
import static io.fayan.speaking.application.Office.REQUESTER;
import static io.fayan.speaking.application.Office.REQUESTERS_ACCOUNT;
import static io.fayan.speaking.application.Office.SECOND_EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.kernel.Sha256;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.frontdoor.TaskKey;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.speaking.Audience;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.SpeakingAs;
import io.fayan.speaking.Verdict;
import io.fayan.speaking.application.FilingContexts.AccountChoice;
import io.fayan.speaking.application.FilingContexts.ReviewerPreview;
import io.fayan.speaking.application.Labels.Code;
import io.fayan.speaking.application.Labels.PersonLine;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the human steps show, in English. It is Monday, 10:00. */
class FormContextsTest {

    private final Office office = new Office();

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void any_language() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void form_offers_what_the_server_takes() {
        var form = office.filing.filing(REQUESTER);
        assertThat(form.longestWindowDays()).isEqualTo(90);
        assertThat(began(form.earliestFrom())).isEmpty();
        assertThat(began(form.earliestFrom().minusMinutes(1))).isNotEmpty();
        assertThat(form.zone()).isEqualTo("Asia/Shanghai");
        assertThat(form.accounts())
                .extracting(AccountChoice::code, AccountChoice::limit)
                .containsExactly(tuple(COMPANY_ACCOUNT, 140), tuple(REQUESTERS_ACCOUNT, 140));
        assertThat(office.filing.filing(COLLEAGUE).accounts())
                .extracting(AccountChoice::code)
                .containsExactly(COMPANY_ACCOUNT);
    }

    @Test
    void copy_of_an_old_request_brings_everything_but_its_window() {
        var number = office.file(Draft.about(ContentClass.HIRING, ContentClass.TECHNICAL)
                .to(Audience.INDUSTRY)
                .spokenBy(COLLEAGUE));
        office.requests.withdraw(number, REQUESTER, "Cancelled");
        var copy = office.filing.copy(number);
        assertThat(copy)
                .isEqualTo(new FilingContexts.Copy(
                        Channel.COMPANY_ACCOUNT,
                        COMPANY_ACCOUNT,
                        null,
                        "A title",
                        "A text",
                        SpeakingAs.COMPANY,
                        Set.of(ContentClass.HIRING, ContentClass.TECHNICAL),
                        Audience.INDUSTRY,
                        "A purpose",
                        COLLEAGUE.value()));
        assertThat(office.filing.copy(office.file(Draft.of("A text"))).speaker())
                .isNull();
    }

    @Test
    void copy_is_of_the_latest_text() {
        var number = office.file(Draft.of("First"));
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        office.correct(number, "Second");
        assertThat(office.filing.copy(number).text()).isEqualTo("Second");
    }

    @Test
    void preview_names_the_reviewers_that_planning_asks_each_with_its_clauses() {
        var classes = Set.of(ContentClass.INCIDENT, ContentClass.GENERAL);
        var preview =
                office.filing.preview(Channel.COMPANY_ACCOUNT, SpeakingAs.COMPANY, classes, Audience.PUBLIC, false);
        var number = office.file(Draft.about(classes.toArray(ContentClass[]::new)));
        assertThat(preview.risk()).isEqualTo(new Code("HIGH", "High risk"));
        assertThat(preview.reviewers())
                .extracting(ReviewerPreview::code)
                .containsExactlyInAnyOrderElementsOf(
                        office.asked(number).stream().map(Reviewer::name).toList());
        assertThat(preview.reviewers()).allSatisfy(reviewer -> assertThat(reviewer.reasons())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(reason -> assertThat(reason.clauseTitle()).isEqualTo("Clause " + reason.clause())));
    }

    @Test
    void reviewer_sees_why_they_are_asked_whom_they_can_ask_and_until_when() {
        office.people.join(new PersonId("C0009"), MANAGER, Role.COMMUNICATIONS);
        var number = office.file(SECOND_EDITOR, Draft.of("A text"));
        office.reviews.addReviewer(number, EDITOR, Reviewer.LEGAL, "A contract");
        var form = office.reviewerForms.review(task(EDITOR, office.step(number, Reviewer.COMMUNICATIONS)));
        assertThat(form.reviewer().code()).isEqualTo("COMMUNICATIONS");
        assertThat(form.reasons()).isNotEmpty();
        assertThat(form.colleagues())
                .as("neither oneself nor who filed it")
                .extracting(PersonLine::id)
                .containsExactly("C0009");
        assertThat(form.addable())
                .extracting(Code::code)
                .doesNotContain("LINE_MANAGER", "COMMUNICATIONS", "LEGAL")
                .contains("FINANCE");
        assertThat(form.canGiveBack()).isTrue();
        assertThat(form.overdue()).isFalse();
        assertThat(form.facts().version().sha256())
                .isEqualTo(Sha256.of("A text").value());

        var added = office.reviewerForms.review(task(LAWYER, office.step(number, Reviewer.LEGAL)));
        assertThat(added.addedBecause()).isEqualTo("A contract");
        office.clock.moveTo(Instant.parse("2026-11-24T10:00:01Z"));
        var managers = office.reviewerForms.review(task(MANAGER, office.step(number, Reviewer.LINE_MANAGER)));
        assertThat(managers.canGiveBack()).isFalse();
        assertThat(managers.overdue()).isTrue();
    }

    @Test
    void requester_sees_the_question_that_was_asked() {
        var number = office.file(Draft.of("A text"));
        var review = office.review(number, Reviewer.COMMUNICATIONS).id();
        office.reviews.ask(number, review, EDITOR, "Source?");
        office.reviews.ask(number, review, EDITOR, "Date?");
        var step = only(number, AuthoriseSpeaking.ANSWER_QUESTION, 1);
        var form = office.requesterForms.question(task(REQUESTER, step));
        assertThat(form.question().text()).isEqualTo("Date?");
        assertThat(form.question().by().id()).isEqualTo(EDITOR.value());
        assertThat(form.dueText()).isEqualTo("Tue 24 Nov, 18:00");
    }

    @Test
    void requester_sees_who_returned_the_text_and_why_and_starts_from_what_there_is() {
        var number = office.file(Draft.of("First"));
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        var first = office.requesterForms.correction(correcting(number));
        assertThat(first.returned()).singleElement().satisfies(returned -> {
            assertThat(returned.by().id()).isEqualTo(EDITOR.value());
            assertThat(returned.reason()).isEqualTo("Because");
        });
        assertThat(first.editable().text()).isEqualTo("First");
        assertThat(first.editable().windowFrom()).isEqualTo(LocalDateTime.parse("2026-11-24T09:00"));
        assertThat(first.limit()).isEqualTo(140);
        assertThat(first.facts().difference()).isNull();

        office.correct(number, "Second");
        office.plan(number);
        office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.RETURNED);
        var second = office.requesterForms.correction(correcting(number));
        assertThat(second.returned())
                .as("only who returned this version")
                .singleElement()
                .satisfies(returned -> assertThat(returned.by().id()).isEqualTo(MANAGER.value()));
        assertThat(second.facts().difference().fromVersion()).isEqualTo(1);
        assertThat(second.facts().difference().parts()).isNotEmpty();
    }

    @Test
    void publication_is_reported_against_the_grant_as_it_was_given() {
        var number = office.file(Draft.of("A text"));
        office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.APPROVED);
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.APPROVED, "With the logo");
        office.grants.issue(number);
        var form = office.requesterForms.publication(reporting(number));
        assertThat(form.grant().text()).isEqualTo("A text");
        assertThat(form.grant().from()).isEqualTo(LocalDateTime.parse("2026-11-24T09:00"));
        assertThat(form.grant().conditions()).singleElement().satisfies(condition -> assertThat(condition.text())
                .isEqualTo("With the logo"));
        assertThat(form.linkNeeded()).isTrue();
        assertThat(office.requesterForms
                        .publication(reporting(office.granted(Draft.of("A text").at("A conference"))))
                        .linkNeeded())
                .isFalse();
    }

    @Test
    void examiner_sees_what_differs_text_or_time() {
        var text = examined("2026-11-24T09:00", "A text with more");
        assertThat(text.grant().fromText()).isEqualTo("Tue 24 Nov, 09:00");
        assertThat(text.inWindow()).isTrue();
        assertThat(text.difference().parts()).hasSizeGreaterThan(1);
        var time = examined("2026-11-24T08:59", "A text");
        assertThat(time.inWindow()).isFalse();
        assertThat(time.difference().parts()).hasSize(1);
    }

    private ReviewerContexts.ExaminationContext examined(String at, String text) {
        office.clock.moveTo(Office.MONDAY);
        var number = office.granted(Draft.of("A text").between("2026-11-24T09:00:30", "2026-12-01T18:00"));
        office.clock.moveTo(Instant.parse("2026-11-24T02:00:00Z"));
        office.publish(number, at, text);
        var step = office.workList.open(
                number, AuthoriseSpeaking.EXAMINE_DIFFERENCE, null, null, Set.of(Role.COMMUNICATIONS), null);
        return office.reviewerForms.examination(task(EDITOR, step));
    }

    private List<Refusal> began(LocalDateTime from) {
        return office.windows.check("2026", from, LocalDateTime.parse("2026-11-30T18:00"), Office.MONDAY);
    }

    private TaskRef correcting(BusinessNumber number) {
        return task(
                REQUESTER,
                office.workList.open(number, AuthoriseSpeaking.CORRECT_REQUEST, null, REQUESTER, Set.of(), null));
    }

    private TaskRef reporting(BusinessNumber number) {
        return task(
                REQUESTER,
                office.workList.open(number, AuthoriseSpeaking.REPORT_PUBLICATION, null, REQUESTER, Set.of(), null));
    }

    private WorkItem only(BusinessNumber number, String element, int index) {
        return office.workList.of(number).stream()
                .filter(step -> step.element().equals(element))
                .toList()
                .get(index);
    }

    private static TaskRef task(PersonId person, WorkItem step) {
        return new TaskRef(
                step.taskId(),
                new TaskKey(AuthoriseSpeaking.PROCESS, step.element()),
                step.matter(),
                step.item(),
                person);
    }
}
