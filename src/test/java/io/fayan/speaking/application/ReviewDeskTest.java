package io.fayan.speaking.application;

import static io.fayan.speaking.application.Office.EDITOR;
import static io.fayan.speaking.application.Office.LAWYER;
import static io.fayan.speaking.application.Office.LEAD;
import static io.fayan.speaking.application.Office.MANAGER;
import static io.fayan.speaking.application.Office.REQUESTER;
import static io.fayan.speaking.application.Office.SECOND_EDITOR;
import static io.fayan.speaking.application.Office.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.kernel.Sha256;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.Risk;
import io.fayan.speaking.SpeakingFact.Kind;
import io.fayan.speaking.Verdict;
import io.fayan.speaking.domain.Ground;
import io.fayan.speaking.domain.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is asked, and what reviewers do, clause 3.1.d. It is Monday, 10:00. */
class ReviewDeskTest {

    private static final Map<String, Object> OPEN = Map.of("verdict", "open", "roundOver", false);

    private final Office office = new Office();

    // ---- planning ----

    @Test
    void tables_say_who_reviews_and_the_rows_are_kept() {
        var number = office.file(Draft.about(ContentClass.COMMERCIAL_INFORMATION, ContentClass.TECHNICAL));
        var request = office.request(number);
        assertThat(office.asked(number))
                .containsExactlyInAnyOrder(
                        Reviewer.LINE_MANAGER,
                        Reviewer.COMMUNICATIONS,
                        Reviewer.LEGAL,
                        Reviewer.FINANCE,
                        Reviewer.INFORMATION_SECURITY);
        // Technical content alone would be of medium risk: the highest of all counts.
        assertThat(request.risk()).isEqualTo(Risk.HIGH);
        assertThat(request.grounds())
                .extracting(Ground::table)
                .contains("speaking-risk", "speaking-reviewers")
                .hasSizeGreaterThan(6);
        assertThat(office.step(number, Reviewer.LEGAL).groups()).containsExactly(Role.LEGAL);
        assertThat(office.facts(Kind.REVIEW_GROUP_EMPTY)).isEmpty();
    }

    @Test
    void round_opens_with_its_routing_facts_and_the_deadlines_of_the_table() {
        office.requests.file(REQUESTER, Draft.about(ContentClass.INCIDENT).filing());
        var number = new BusinessNumber("SR-2026-000001");
        assertThat(office.plan(number)).isEqualTo(OPEN);
        assertThat(office.review(number, Reviewer.COMMUNICATIONS).dueAt()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(office.review(number, Reviewer.LEGAL).dueAt()).isEqualTo("2026-11-25T10:00:00Z");
    }

    @Test
    void group_in_which_nobody_is_raises_the_alarm_and_the_review_stays_open() {
        office.people.leave(LAWYER);
        var number = office.file(Draft.about(ContentClass.INCIDENT));
        assertThat(office.facts(Kind.REVIEW_GROUP_EMPTY)).singleElement().satisfies(fact -> {
            assertThat(fact.facts()).containsEntry("reviewer", "LEGAL");
            assertThat(fact.actor()).isEqualTo(PersonId.SYSTEM);
        });
        assertThat(office.asked(number)).contains(Reviewer.LEGAL);
    }

    @Test
    void group_whose_only_member_has_a_part_in_the_matter_raises_the_alarm() {
        office.file(LAWYER, Draft.about(ContentClass.INCIDENT));
        assertThat(office.facts(Kind.REVIEW_GROUP_EMPTY)).singleElement().satisfies(fact -> assertThat(fact.facts())
                .containsEntry("reviewer", "LEGAL"));
    }

    @Test
    void missing_manager_and_missing_leads_raise_the_alarm() {
        office.people.leave(LEAD);
        office.file(Office.HEAD, Draft.of("A text"));
        assertThat(office.facts(Kind.REVIEW_GROUP_EMPTY)).singleElement().satisfies(fact -> assertThat(fact.facts())
                .containsEntry("reviewer", "LINE_MANAGER"));
    }

    // ---- deciding ----

    @Test
    void request_is_approved_when_the_last_reviewer_has_approved() {
        var number = office.file(Draft.of("A text"));
        assertThat(office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.APPROVED))
                .isEqualTo(Outcome.completed(OPEN));
        assertThat(office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.APPROVED))
                .isEqualTo(Outcome.completed(Map.of("verdict", "approved", "roundOver", false)));
        assertThat(office.facts(Kind.REVIEW_APPROVED)).hasSize(2);
    }

    @Test
    void nothing_is_ever_approved_by_itself() {
        var number = office.file(Draft.of("A text"));
        office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.APPROVED);
        office.clock.advance(Duration.ofDays(30));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> office.grants.issue(number));
        assertThat(office.asked(number)).containsExactly(Reviewer.COMMUNICATIONS);

        office.grants.expire(number);
        assertThat(office.status(number)).isEqualTo(RequestStatus.EXPIRED);
        assertThat(office.request(number).grant()).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> office.grants.issue(number));
        assertThat(office.facts(Kind.GRANT_ISSUED)).isEmpty();
    }

    @Test
    void nobody_decides_about_a_version_they_have_not_seen() {
        var number = office.file(Draft.of("First"));
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        office.correct(number, "Second");
        office.plan(number);
        for (var verdict : Verdict.values()) {
            assertThat(refusals(
                            office.decide(number, Reviewer.LINE_MANAGER, MANAGER, verdict, null, Sha256.of("First"))))
                    .containsExactly("reviewedText staleText");
        }
        assertThat(office.status(number)).isEqualTo(RequestStatus.IN_REVIEW);
        assertThat(office.review(number, Reviewer.LINE_MANAGER).open()).isTrue();
    }

    @Test
    void reviewer_who_has_decided_does_not_decide_again() {
        var number = office.file(Draft.of("A text"));
        office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.APPROVED);
        office.facts.clear();
        assertThat(refusals(office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.REJECTED)))
                .containsExactly("notInReview");
        assertThat(office.review(number, Reviewer.LINE_MANAGER).status()).isEqualTo(Review.Status.APPROVED);
        assertThat(office.facts).isEmpty();
    }

    @Test
    void reviewer_of_another_request_decides_nothing_here() {
        var number = office.file(Draft.of("A text"));
        var other = office.review(office.file(Draft.of("A text")), Reviewer.LINE_MANAGER)
                .id();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.reviews.decide(
                        number, other, MANAGER, Verdict.APPROVED, "Because", null, Sha256.of("A text")));
    }

    @Test
    void rejection_ends_the_request_and_closes_every_step() {
        var number = office.file(Draft.of("A text"));
        assertThat(office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.REJECTED))
                .isEqualTo(Outcome.completed(Map.of("verdict", "rejected", "roundOver", true)));
        assertThat(office.status(number)).isEqualTo(RequestStatus.REJECTED);
        assertThat(office.workList.of(number)).isEmpty();
        assertThat(refusals(office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.APPROVED)))
                .containsExactly("notInReview");
    }

    @Test
    void conditions_go_with_an_approval_only() {
        var number = office.file(Draft.of("A text"));
        assertThat(refusals(office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED, "With the logo")))
                .containsExactly("conditions conditionsWithoutApproval");
        assertThat(office.status(number)).isEqualTo(RequestStatus.IN_REVIEW);
    }

    // ---- the next version ----

    @Test
    void return_ends_the_round_and_stops_the_clock_of_the_others() {
        var number = office.file(Draft.of("First"));
        office.clock.advance(Duration.ofHours(1));
        assertThat(office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED))
                .isEqualTo(Outcome.completed(Map.of("verdict", "returned", "roundOver", true)));
        assertThat(office.status(number)).isEqualTo(RequestStatus.RETURNED);
        assertThat(office.workList.of(number)).isEmpty();

        // Thirteen working hours are left, of Monday after 11:00 and of Tuesday; they go on on Thursday at 9:00.
        office.clock.moveTo(Instant.parse("2026-11-26T01:00:00Z"));
        office.correct(number, "Second");
        office.plan(number);
        var manager = office.review(number, Reviewer.LINE_MANAGER);
        assertThat(manager.dueAt()).isEqualTo("2026-11-27T08:00:00Z");
        assertThat(manager.version()).isEqualTo(2);
    }

    @Test
    void review_of_an_unchanged_text_stands_and_only_who_returned_it_is_asked_again() {
        var number = office.file(Draft.of("Same"));
        office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.APPROVED);
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        assertThat(office.correct(number, "Same")).isEqualTo(Outcome.completed());
        assertThat(office.plan(number)).isEqualTo(OPEN);
        assertThat(office.asked(number)).containsExactly(Reviewer.COMMUNICATIONS);
        assertThat(office.decide(number, Reviewer.COMMUNICATIONS, SECOND_EDITOR, Verdict.APPROVED))
                .isEqualTo(Outcome.completed(Map.of("verdict", "approved", "roundOver", false)));
    }

    @Test
    void whoever_approved_another_text_is_asked_again() {
        var number = office.file(Draft.of("First"));
        office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.APPROVED);
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        office.correct(number, "Second");
        office.plan(number);
        assertThat(office.asked(number)).containsExactlyInAnyOrder(Reviewer.LINE_MANAGER, Reviewer.COMMUNICATIONS);
    }

    @Test
    void new_version_is_judged_anew() {
        var number = office.file(Draft.about(ContentClass.INCIDENT));
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        var window = office.request(number);
        office.requests.correct(
                number,
                REQUESTER,
                1,
                "Nothing happened",
                List.of(),
                Set.of(ContentClass.GENERAL),
                office.windows.local(window.scope().windowFrom()),
                office.windows.local(window.scope().windowUntil()),
                "No incident");
        office.plan(number);
        assertThat(office.request(number).risk()).isEqualTo(Risk.LOW);
        assertThat(office.asked(number)).containsExactlyInAnyOrder(Reviewer.LINE_MANAGER, Reviewer.COMMUNICATIONS);
        assertThat(office.review(number, Reviewer.LEGAL).status()).isEqualTo(Review.Status.DROPPED);
    }

    // ---- without deciding ----

    @Test
    void question_is_asked_and_answered_without_deciding() {
        var number = office.file(Draft.of("A text"));
        var review = office.review(number, Reviewer.COMMUNICATIONS);
        assertThat(office.reviews.ask(number, review.id(), EDITOR, "Source?")).isEqualTo(Outcome.kept());
        var question = office.request(number).questions().get(0);
        assertThat(question.dueAt()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(office.workList.of(number))
                .filteredOn(step -> step.element().equals(AuthoriseSpeaking.ANSWER_QUESTION))
                .singleElement()
                .satisfies(step -> assertThat(step.assignee()).isEqualTo(REQUESTER));

        assertThat(office.requests.answer(number, question.id(), REQUESTER, "Our site"))
                .isEqualTo(Outcome.completed());
        assertThat(question.answer()).contains("Our site");
        assertThat(review.open()).isTrue();
        assertThat(office.status(number)).isEqualTo(RequestStatus.IN_REVIEW);
        assertThat(office.facts(Kind.QUESTION_ANSWERED)).singleElement().satisfies(fact -> assertThat(fact.facts())
                .containsEntry("person", EDITOR.value()));
        assertThat(office.facts.toString()).doesNotContain("Source?", "Our site");
        assertThat(refusals(office.requests.answer(number, question.id(), REQUESTER, "Elsewhere")))
                .containsExactly("alreadyAnswered");
    }

    @Test
    void review_is_handed_to_a_colleague() {
        var number = office.file(Draft.of("A text"));
        var step = office.step(number, Reviewer.COMMUNICATIONS);
        assertThat(handOver(number, Reviewer.COMMUNICATIONS, EDITOR, SECOND_EDITOR.value()))
                .isEqualTo(Outcome.kept());
        assertThat(office.workList.find(step.taskId()).orElseThrow().assignee()).isEqualTo(SECOND_EDITOR);
        assertThat(office.facts(Kind.REVIEW_HANDED_OVER)).singleElement().satisfies(fact -> assertThat(fact.facts())
                .containsEntry("person", SECOND_EDITOR.value()));
    }

    @Test
    void review_is_handed_to_nobody_outside_its_group_and_a_managers_only_to_a_lead() {
        var number = office.file(Draft.of("A text"));
        assertThat(refusals(handOver(number, Reviewer.COMMUNICATIONS, EDITOR, LAWYER.value())))
                .containsExactly("to handOverOutside");
        assertThat(refusals(handOver(number, Reviewer.LINE_MANAGER, MANAGER, LAWYER.value())))
                .containsExactly("to handOverOutside");
        assertThat(office.facts(Kind.REVIEW_HANDED_OVER)).isEmpty();
        assertThat(handOver(number, Reviewer.LINE_MANAGER, MANAGER, LEAD.value()))
                .isEqualTo(Outcome.kept());
    }

    @Test
    void review_is_handed_to_nobody_who_is_not_there() {
        var number = office.file(Draft.of("A text"));
        office.people.leave(LAWYER);
        for (var nobody : List.of(LAWYER.value(), "F9999", "???")) {
            assertThat(refusals(handOver(number, Reviewer.COMMUNICATIONS, EDITOR, nobody)))
                    .containsExactly("to personUnknown");
        }
        assertThat(refusals(handOver(number, Reviewer.COMMUNICATIONS, EDITOR, EDITOR.value())))
                .containsExactly("to handOverToSelf");
    }

    @Test
    void review_is_given_back_to_its_group_but_the_managers_has_none() {
        var number = office.file(Draft.of("A text"));
        var step = office.step(number, Reviewer.COMMUNICATIONS);
        office.workList.claim(EDITOR, step.taskId());
        var review = office.review(number, Reviewer.COMMUNICATIONS).id();
        assertThat(office.reviews.giveBack(number, step.taskId(), review, EDITOR, "Away"))
                .isEqualTo(Outcome.kept());
        var given = office.workList.find(step.taskId()).orElseThrow();
        assertThat(given.assignee()).isNull();
        assertThat(given.groups()).containsExactly(Role.COMMUNICATIONS);

        var managers = office.step(number, Reviewer.LINE_MANAGER);
        var managersReview = office.review(number, Reviewer.LINE_MANAGER).id();
        assertThat(refusals(office.reviews.giveBack(number, managers.taskId(), managersReview, MANAGER, "Away")))
                .containsExactly("noGroup");
        assertThat(office.step(number, Reviewer.LINE_MANAGER).assignee()).isEqualTo(MANAGER);
    }

    @Test
    void added_reviewer_holds_the_round_and_is_asked_about_the_next_text_too() {
        var number = office.file(Draft.of("First"));
        assertThat(office.reviews.addReviewer(number, EDITOR, Reviewer.LEGAL, "A contract"))
                .isEqualTo(Outcome.kept());
        office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.APPROVED);
        assertThat(office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.APPROVED))
                .isEqualTo(Outcome.completed(OPEN));
        office.decide(number, Reviewer.LEGAL, LAWYER, Verdict.RETURNED);
        office.correct(number, "Second");
        office.plan(number);
        assertThat(office.asked(number)).contains(Reviewer.LEGAL);
    }

    @Test
    void nobody_is_added_twice_nor_when_nothing_is_in_review() {
        var number = office.file(Draft.of("A text"));
        assertThat(refusals(office.reviews.addReviewer(number, MANAGER, Reviewer.COMMUNICATIONS, "Again")))
                .containsExactly("reviewer alreadyReviewing");
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        assertThat(refusals(office.reviews.addReviewer(number, MANAGER, Reviewer.LEGAL, "A contract")))
                .containsExactly("notInReview");
    }

    @Test
    void added_group_in_which_nobody_is_raises_the_alarm() {
        office.people.leave(LAWYER);
        var number = office.file(Draft.of("A text"));
        office.reviews.addReviewer(number, EDITOR, Reviewer.LEGAL, "A contract");
        assertThat(office.facts(Kind.REVIEW_GROUP_EMPTY)).hasSize(1);
    }

    // ---- reassigning ----

    @Test
    void lead_gives_an_open_step_to_somebody_else() {
        var number = office.file(Draft.of("A text"));
        var step = office.step(number, Reviewer.LINE_MANAGER).taskId();
        assertThat(office.reviews.reassign(number, LEAD, step, EDITOR.value())).isEqualTo(Outcome.kept());
        assertThat(office.workList.find(step).orElseThrow().assignee()).isEqualTo(EDITOR);
        assertThat(office.review(number, Reviewer.LINE_MANAGER).assignee()).contains(EDITOR);
        assertThat(office.facts(Kind.STEP_REASSIGNED)).hasSize(1);
    }

    @Test
    void what_one_group_reviews_a_lead_gives_to_its_people_only_unless_nobody_there_could_do_it() {
        var number = office.file(Draft.about(ContentClass.CUSTOMER_REFERENCE));
        var step = office.step(number, Reviewer.LEGAL).taskId();
        assertThat(refusals(office.reviews.reassign(number, LEAD, step, LEAD.value())))
                .containsExactly("to handOverOutside");
        assertThat(office.workList.find(step).orElseThrow().assignee()).isNull();
        assertThat(office.reviews.reassign(number, LEAD, step, LAWYER.value())).isEqualTo(Outcome.kept());

        office.people.leave(LAWYER);
        assertThat(office.reviews.reassign(number, LEAD, step, LEAD.value())).isEqualTo(Outcome.kept());
    }

    @Test
    void nobody_but_a_lead_reassigns_and_only_open_steps_of_that_request_to_somebody_who_is_there() {
        var number = office.file(Draft.of("A text"));
        var step = office.step(number, Reviewer.LINE_MANAGER).taskId();
        var other = office.step(office.file(Draft.of("A text")), Reviewer.LINE_MANAGER)
                .taskId();
        assertThat(refusals(office.reviews.reassign(number, EDITOR, step, LAWYER.value())))
                .containsExactly("leadOnly");
        assertThat(refusals(office.reviews.reassign(number, LEAD, step, "F9999")))
                .containsExactly("to personUnknown");
        assertThat(refusals(office.reviews.reassign(number, LEAD, other, LAWYER.value())))
                .containsExactly("stepOver");
        assertThat(refusals(office.reviews.reassign(number, LEAD, "task-99", LAWYER.value())))
                .containsExactly("stepOver");
        office.people.leave(LEAD);
        assertThat(refusals(office.reviews.reassign(number, LEAD, step, LAWYER.value())))
                .containsExactly("leadOnly");
    }

    private Outcome handOver(BusinessNumber number, Reviewer reviewer, PersonId from, String to) {
        return office.reviews.handOver(
                number,
                office.step(number, reviewer).taskId(),
                office.review(number, reviewer).id(),
                from,
                to,
                "Please");
    }
}
