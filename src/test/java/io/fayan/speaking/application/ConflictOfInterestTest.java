package io.fayan.speaking.application;

import static io.fayan.speaking.application.Office.COLLEAGUE;
import static io.fayan.speaking.application.Office.EDITOR;
import static io.fayan.speaking.application.Office.HEAD;
import static io.fayan.speaking.application.Office.LAWYER;
import static io.fayan.speaking.application.Office.LEAD;
import static io.fayan.speaking.application.Office.MANAGER;
import static io.fayan.speaking.application.Office.REQUESTER;
import static io.fayan.speaking.application.Office.SECOND_EDITOR;
import static io.fayan.speaking.application.Office.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.worklist.WorkList.Claim;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.Verdict;
import io.fayan.speaking.domain.Publication;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody judges a matter of their own, nor one they filed for somebody, whichever way they come to it. */
class ConflictOfInterestTest {

    private final Office office = new Office();

    @Test
    void own_matter_is_neither_taken_nor_decided() {
        var number = office.file(EDITOR, Draft.of("A text"));
        assertBarred(number, Reviewer.COMMUNICATIONS, EDITOR);
        assertThat(office.workList.claim(
                        SECOND_EDITOR,
                        office.step(number, Reviewer.COMMUNICATIONS).taskId()))
                .isEqualTo(Claim.DONE);
        assertThat(office.decide(number, Reviewer.COMMUNICATIONS, SECOND_EDITOR, Verdict.APPROVED))
                .isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void matter_filed_for_somebody_else_is_closed_to_both() {
        var number = office.file(EDITOR, Draft.of("A text").spokenBy(SECOND_EDITOR));
        assertBarred(number, Reviewer.COMMUNICATIONS, EDITOR);
        assertBarred(number, Reviewer.COMMUNICATIONS, SECOND_EDITOR);
    }

    @Test
    void review_is_not_handed_to_whoever_has_a_part_in_it() {
        var number = office.file(Draft.of("A text").spokenBy(COLLEAGUE));
        var step = office.step(number, Reviewer.COMMUNICATIONS).taskId();
        office.workList.claim(EDITOR, step);
        for (var barred : Set.of(REQUESTER, COLLEAGUE)) {
            assertThat(refusals(office.reviews.handOver(
                            number,
                            step,
                            office.review(number, Reviewer.COMMUNICATIONS).id(),
                            EDITOR,
                            barred.value(),
                            "Please")))
                    .containsExactly("to handOverToOwn");
        }
        assertThat(office.workList.find(step).orElseThrow().assignee()).isEqualTo(EDITOR);
    }

    @Test
    void managers_deputy_with_a_part_in_it_does_not_sit_in_for_the_manager() {
        office.people.away(MANAGER, COLLEAGUE);
        for (var number : List.of(
                office.file(COLLEAGUE, Draft.of("A text")),
                office.file(COLLEAGUE, Draft.of("A text").spokenBy(REQUESTER)),
                office.file(REQUESTER, Draft.of("A text").spokenBy(COLLEAGUE)))) {
            assertThat(office.step(number, Reviewer.LINE_MANAGER).assignee())
                    .isNotNull()
                    .isNotEqualTo(COLLEAGUE);
            assertThat(refusals(office.decide(number, Reviewer.LINE_MANAGER, COLLEAGUE, Verdict.APPROVED)))
                    .containsExactly("own");
        }
    }

    @Test
    void step_that_a_deputy_takes_over_is_not_assigned_to_whoever_has_a_part_in_it() {
        var number = office.file(Draft.of("A text").spokenBy(COLLEAGUE));
        var step = office.step(number, Reviewer.LINE_MANAGER).taskId();
        assertThat(office.workList.assign(step, REQUESTER)).isEqualTo(Claim.CONFLICT);
        assertThat(office.workList.assign(step, COLLEAGUE)).isEqualTo(Claim.CONFLICT);
        assertThat(office.workList.assign(step, HEAD)).isEqualTo(Claim.DONE);
    }

    @Test
    void added_reviewer_with_a_part_in_it_does_not_review() {
        var number = office.file(LAWYER, Draft.of("A text").spokenBy(COLLEAGUE));
        office.reviews.addReviewer(number, EDITOR, Reviewer.LEGAL, "A contract");
        assertBarred(number, Reviewer.LEGAL, LAWYER);
    }

    @Test
    void added_line_manager_is_one_without_a_part_in_it() {
        var number = office.file(MANAGER, Draft.of("A text").spokenBy(REQUESTER));
        office.decide(number, Reviewer.LINE_MANAGER, HEAD, Verdict.APPROVED);
        office.reviews.addReviewer(number, EDITOR, Reviewer.LINE_MANAGER, "Once more");
        assertThat(office.step(number, Reviewer.LINE_MANAGER).assignee()).isEqualTo(HEAD);
    }

    @Test
    void lead_gives_no_step_of_their_own_matter_away_and_none_to_whoever_has_a_part_in_it() {
        var own = office.file(LEAD, Draft.of("A text"));
        assertThat(refusals(office.reviews.reassign(
                        own, LEAD, office.step(own, Reviewer.COMMUNICATIONS).taskId(), EDITOR.value())))
                .containsExactly("own");

        var number = office.file(Draft.of("A text").spokenBy(COLLEAGUE));
        var step = office.step(number, Reviewer.COMMUNICATIONS).taskId();
        for (var barred : Set.of(REQUESTER, COLLEAGUE)) {
            assertThat(refusals(office.reviews.reassign(number, LEAD, step, barred.value())))
                    .containsExactly("to handOverToOwn");
        }
        assertThat(office.workList.find(step).orElseThrow().assignee()).isNull();
    }

    @Test
    void difference_is_not_examined_by_whoever_has_a_part_in_it() {
        var number = office.file(EDITOR, Draft.of("A text").spokenBy(SECOND_EDITOR));
        office.people.join(new PersonId("C0009"), LEAD, Role.COMMUNICATIONS);
        office.approve(number);
        office.grants.issue(number);
        office.clock.advance(Duration.ofDays(1));
        office.publish(number, "2026-11-24T09:30", "Another text");
        var step = office.workList.open(
                number, AuthoriseSpeaking.EXAMINE_DIFFERENCE, null, null, Set.of(Role.COMMUNICATIONS), null);
        for (var barred : Set.of(EDITOR, SECOND_EDITOR)) {
            assertThat(office.workList.claim(barred, step.taskId())).isEqualTo(Claim.CONFLICT);
            assertThat(refusals(office.grants.examine(number, barred, Publication.Decision.CLOSED, "Fine")))
                    .containsExactly("own");
        }
        assertThat(office.status(number)).isEqualTo(RequestStatus.DIFFERENT);
    }

    @Test
    void requesters_own_steps_bar_nobody() {
        var number = office.file(Draft.of("A text"));
        for (var element : Set.of(
                AuthoriseSpeaking.CORRECT_REQUEST,
                AuthoriseSpeaking.ANSWER_QUESTION,
                AuthoriseSpeaking.REPORT_PUBLICATION)) {
            var step = office.workList.open(number, element, null, REQUESTER, Set.of(), null);
            assertThat(office.workList.mayAct(REQUESTER, step)).as(element).isTrue();
        }
    }

    @Test
    void group_goes_on_without_the_member_who_has_a_part_in_it() {
        office.people.join(new PersonId("L0002"), HEAD, Role.LEGAL);
        var number = office.file(LAWYER, Draft.about(ContentClass.INCIDENT));
        assertThat(office.workList.mayAct(LAWYER, office.step(number, Reviewer.LEGAL)))
                .isFalse();
        assertThat(office.workList.mayAct(new PersonId("L0002"), office.step(number, Reviewer.LEGAL)))
                .isTrue();
    }

    private void assertBarred(BusinessNumber number, Reviewer reviewer, PersonId person) {
        var step = office.step(number, reviewer);
        assertThat(office.workList.mayAct(person, step)).isFalse();
        assertThat(office.workList.claim(person, step.taskId())).isEqualTo(Claim.CONFLICT);
        assertThat(refusals(office.decide(number, reviewer, person, Verdict.APPROVED)))
                .containsExactly("own");
        assertThat(office.review(number, reviewer).open()).isTrue();
    }
}
