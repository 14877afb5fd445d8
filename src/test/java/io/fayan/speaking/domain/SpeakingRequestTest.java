package io.fayan.speaking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.speaking.Audience;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.SpeakingAs;
import io.fayan.speaking.SpeakingFact;
import io.fayan.speaking.Verdict;
import io.fayan.speaking.domain.Proposal.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clause 3.1.d: what may happen to a request to speak, and what may not. */
class SpeakingRequestTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final PersonId REQUESTER = new PersonId("F0001");
    private static final PersonId SPEAKER = new PersonId("F0002");
    private static final PersonId MANAGER = new PersonId("F0003");
    private static final PersonId EDITOR = new PersonId("F0004");
    private static final PersonId LAWYER = new PersonId("F0005");
    private static final Window WINDOW = new Window(MONDAY.plus(Duration.ofDays(1)), MONDAY.plus(Duration.ofDays(8)));

    /** Due after four hours; a stopped clock goes on with what was left. */
    private static final class FourHours implements ReviewClock {
        private final Instant now;

        FourHours(Instant now) {
            this.now = now;
        }

        @Override
        public Instant due(Reviewer reviewer) {
            return now.plus(Duration.ofHours(4));
        }

        @Override
        public Instant dueAfter(Duration remaining) {
            return now.plus(remaining);
        }

        @Override
        public Duration remaining(Instant due) {
            var left = Duration.between(now, due);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    @Test
    void round_is_approved_only_when_every_reviewer_has_approved() {
        var request = inReview("A text");
        approve(request, Reviewer.LINE_MANAGER, MANAGER, null);
        assertThat(request.roundVerdict()).isEmpty();
        approve(request, Reviewer.COMMUNICATIONS, EDITOR, null);
        assertThat(request.roundVerdict()).contains(Verdict.APPROVED);
    }

    @Test
    void grant_needs_every_approval() {
        var request = inReview("A text");
        approve(request, Reviewer.LINE_MANAGER, MANAGER, null);
        assertThatThrownBy(() -> request.issueGrant(MONDAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void grant_is_bound_to_the_exact_text_the_window_and_the_conditions() {
        var request = granted("A text");
        var grant = request.grant().orElseThrow();
        assertThat(grant.sha256()).isEqualTo(Sha256.of("A text"));
        assertThat(grant.validFrom()).isEqualTo(WINDOW.from());
        assertThat(grant.validUntil()).isEqualTo(WINDOW.until());
        assertThat(request.conditions()).containsEntry(Reviewer.COMMUNICATIONS, "Only with the logo");
    }

    @Test
    void nobody_decides_about_a_text_they_have_not_seen() {
        var request = inReview("A text");
        var refusal = decide(request, Reviewer.COMMUNICATIONS, EDITOR, Verdict.APPROVED, null, "Another text");
        assertThat(refusal).map(Refusal::message).contains("speaking.refused.staleText");
        assertThat(request.openReviews()).hasSize(2);
    }

    @Test
    void conditions_go_with_an_approval_only() {
        var request = inReview("A text");
        assertThat(decide(request, Reviewer.COMMUNICATIONS, EDITOR, Verdict.REJECTED, "Only if", "A text"))
                .map(Refusal::field)
                .contains("conditions");
    }

    @Test
    void neither_requester_nor_speaker_decides() {
        var request = inReview("A text");
        for (var own : List.of(REQUESTER, SPEAKER)) {
            assertThat(decide(request, Reviewer.COMMUNICATIONS, own, Verdict.APPROVED, null, "A text"))
                    .map(Refusal::message)
                    .contains("speaking.refused.own");
        }
        assertThat(request.status()).isEqualTo(RequestStatus.IN_REVIEW);
    }

    @Test
    void first_return_stops_the_other_clocks_and_the_new_version_lets_them_go_on() {
        var request = inReview("First");
        var oneHourLater = MONDAY.plus(Duration.ofHours(1));
        decideAt(request, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED, "First", oneHourLater);
        assertThat(request.status()).isEqualTo(RequestStatus.RETURNED);
        assertThat(review(request, Reviewer.LINE_MANAGER).status()).isEqualTo(Review.Status.PAUSED);
        assertThat(review(request, Reviewer.LINE_MANAGER).remaining()).isEqualTo(Duration.ofHours(3));

        var nextDay = MONDAY.plus(Duration.ofDays(1));
        correct(request, 1, "Second", nextDay);
        request.openRound(seats(), new FourHours(nextDay), nextDay);
        assertThat(review(request, Reviewer.LINE_MANAGER).dueAt()).isEqualTo(nextDay.plus(Duration.ofHours(3)));
        assertThat(review(request, Reviewer.LINE_MANAGER).version()).isEqualTo(2);
        assertThat(request.openReviews()).hasSize(2);
    }

    @Test
    void review_of_an_unchanged_text_stands() {
        var request = inReview("Same");
        approve(request, Reviewer.LINE_MANAGER, MANAGER, null);
        decideAt(request, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED, "Same", MONDAY);
        correct(request, 1, "Same", MONDAY);
        request.openRound(seats(), new FourHours(MONDAY), MONDAY);
        assertThat(request.openReviews()).extracting(Review::reviewer).containsExactly(Reviewer.COMMUNICATIONS);
    }

    @Test
    void reviewer_of_another_text_is_asked_again() {
        var request = inReview("First");
        approve(request, Reviewer.LINE_MANAGER, MANAGER, null);
        decideAt(request, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED, "First", MONDAY);
        correct(request, 1, "Second", MONDAY);
        request.openRound(seats(), new FourHours(MONDAY), MONDAY);
        assertThat(request.openReviews())
                .extracting(Review::reviewer)
                .containsExactlyInAnyOrder(Reviewer.LINE_MANAGER, Reviewer.COMMUNICATIONS);
    }

    @Test
    void reviewer_that_the_new_version_does_not_need_is_dropped() {
        var request = inReview("First");
        decideAt(request, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED, "First", MONDAY);
        correct(request, 1, "Second", MONDAY);
        request.openRound(List.of(new Seat(Reviewer.COMMUNICATIONS, null)), new FourHours(MONDAY), MONDAY);
        assertThat(review(request, Reviewer.LINE_MANAGER).status()).isEqualTo(Review.Status.DROPPED);
        assertThat(request.openReviews()).extracting(Review::reviewer).containsExactly(Reviewer.COMMUNICATIONS);
    }

    @Test
    void added_reviewer_holds_the_round_and_stays_for_the_next_version() {
        var request = inReview("First");
        assertThat(request.addReviewer(
                        new Seat(Reviewer.LEGAL, null), EDITOR, "A contract", new FourHours(MONDAY), MONDAY))
                .isInstanceOf(SpeakingRequest.AddedReview.class);
        approve(request, Reviewer.LINE_MANAGER, MANAGER, null);
        approve(request, Reviewer.COMMUNICATIONS, EDITOR, null);
        assertThat(request.roundVerdict()).isEmpty();
        decideAt(request, Reviewer.LEGAL, LAWYER, Verdict.RETURNED, "First", MONDAY);
        correct(request, 1, "Second", MONDAY);
        request.openRound(seats(), new FourHours(MONDAY), MONDAY);
        assertThat(request.openReviews()).extracting(Review::reviewer).contains(Reviewer.LEGAL);
    }

    @Test
    void nobody_is_added_twice() {
        var request = inReview("A text");
        var added = request.addReviewer(
                new Seat(Reviewer.COMMUNICATIONS, null), MANAGER, "Again", new FourHours(MONDAY), MONDAY);
        assertThat(added)
                .isEqualTo(new SpeakingRequest.NotAdded(Refusal.at("reviewer", "speaking.refused.alreadyReviewing")));
    }

    @Test
    void rejection_ends_the_request_and_spares_the_others() {
        var request = inReview("A text");
        decideAt(request, Reviewer.LINE_MANAGER, MANAGER, Verdict.REJECTED, "A text", MONDAY);
        assertThat(request.status()).isEqualTo(RequestStatus.REJECTED);
        assertThat(request.openReviews()).isEmpty();
        assertThat(decide(request, Reviewer.COMMUNICATIONS, EDITOR, Verdict.APPROVED, null, "A text"))
                .map(Refusal::message)
                .contains("speaking.refused.notInReview");
    }

    @Test
    void review_is_not_handed_to_whoever_has_a_part_in_the_matter_nor_to_oneself() {
        var request = inReview("A text");
        var review = review(request, Reviewer.COMMUNICATIONS).id();
        for (var barred : List.of(REQUESTER, SPEAKER, EDITOR)) {
            assertThat(request.handOver(review, EDITOR, barred, "Please", MONDAY))
                    .map(Refusal::field)
                    .contains("to");
        }
        assertThat(request.handOver(review, EDITOR, LAWYER, "Please", MONDAY)).isEmpty();
        assertThat(review(request, Reviewer.COMMUNICATIONS).assignee()).contains(LAWYER);
    }

    @Test
    void line_manager_has_no_group_to_give_the_review_back_to() {
        var request = inReview("A text");
        assertThat(request.giveBack(review(request, Reviewer.LINE_MANAGER).id(), MANAGER, "Away", MONDAY))
                .map(Refusal::message)
                .contains("speaking.refused.noGroup");
        assertThat(request.giveBack(review(request, Reviewer.COMMUNICATIONS).id(), EDITOR, "Away", MONDAY))
                .isEmpty();
    }

    @Test
    void requester_nudges_once_a_working_day() {
        var request = inReview("A text");
        var today = LocalDate.of(2026, 11, 23);
        assertThat(request.nudge(MANAGER, today, true, MONDAY)).isPresent();
        assertThat(request.nudge(REQUESTER, today, false, MONDAY)).isPresent();
        assertThat(request.nudge(REQUESTER, today, true, MONDAY)).isEmpty();
        assertThat(request.nudge(SPEAKER, today, true, MONDAY))
                .map(Refusal::message)
                .contains("speaking.refused.nudgedToday");
        assertThat(request.nudge(REQUESTER, today.plusDays(1), true, MONDAY)).isEmpty();
    }

    @Test
    void question_is_answered_once() {
        var request = inReview("A text");
        var question = request.ask(
                review(request, Reviewer.COMMUNICATIONS).id(), EDITOR, "Source?", MONDAY.plusSeconds(60), MONDAY);
        assertThat(request.answer(question.id(), REQUESTER, "Our site", MONDAY)).isEmpty();
        assertThat(request.answer(question.id(), REQUESTER, "Elsewhere", MONDAY))
                .map(Refusal::message)
                .contains("speaking.refused.alreadyAnswered");
        assertThat(request.question(question.id()).answer()).contains("Our site");
    }

    @Test
    void correction_of_an_older_version_is_refused() {
        var request = inReview("First");
        decideAt(request, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED, "First", MONDAY);
        var stale = request.correct(
                REQUESTER, 0, "Second", List.of(), Set.of(ContentClass.GENERAL), WINDOW, "Changed", MONDAY);
        assertThat(stale).map(Refusal::field).contains("basedOn");
        assertThat(request.versions()).hasSize(1);
    }

    @Test
    void text_is_changed_only_after_a_return() {
        var request = inReview("First");
        assertThat(request.correct(
                        REQUESTER, 1, "Second", List.of(), Set.of(ContentClass.GENERAL), WINDOW, "Changed", MONDAY))
                .map(Refusal::message)
                .contains("speaking.refused.notReturned");
    }

    @Test
    void requester_withdraws_until_something_was_published() {
        var review = inReview("A text");
        assertThat(review.withdraw(EDITOR, "No", MONDAY)).isPresent();
        assertThat(review.withdraw(REQUESTER, "Cancelled", MONDAY)).isEmpty();
        assertThat(review.status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(review.openReviews()).isEmpty();

        var granted = granted("A text");
        assertThat(granted.withdraw(SPEAKER, "Cancelled", MONDAY)).isEmpty();
        assertThat(granted.grant()).map(Grant::status).contains(Grant.Status.REVOKED);

        var different = granted("A text");
        different.publish(REQUESTER, "https://social.example/1", WINDOW.from(), "B text", WINDOW.from());
        assertThat(different.withdraw(REQUESTER, "Too late", MONDAY)).isPresent();
    }

    @Test
    void exact_text_in_the_window_is_published_as_granted() {
        var request = granted("A text");
        assertThat(request.publish(REQUESTER, "https://social.example/1", WINDOW.from(), "A text", WINDOW.from()))
                .isTrue();
        assertThat(request.status()).isEqualTo(RequestStatus.PUBLISHED);
        assertThat(request.grant()).map(Grant::status).contains(Grant.Status.USED);
    }

    @Test
    void another_text_or_another_time_goes_to_communications() {
        var text = granted("A text");
        assertThat(text.publish(REQUESTER, null, WINDOW.from(), "A text!", WINDOW.from()))
                .isFalse();
        assertThat(text.status()).isEqualTo(RequestStatus.DIFFERENT);
        var time = granted("A text");
        assertThat(time.publish(REQUESTER, null, MONDAY, "A text", WINDOW.from()))
                .isFalse();
        assertThat(time.status()).isEqualTo(RequestStatus.DIFFERENT);
    }

    @Test
    void difference_is_examined_by_somebody_without_a_part_in_it_and_once() {
        var request = granted("A text");
        request.publish(REQUESTER, null, WINDOW.from(), "B text", WINDOW.from());
        assertThat(request.examine(SPEAKER, Publication.Decision.CLOSED, "Fine", MONDAY))
                .isPresent();
        assertThat(request.examine(EDITOR, Publication.Decision.KEPT_FOR_REPORT, "Not fine", MONDAY))
                .isEmpty();
        assertThat(request.status()).isEqualTo(RequestStatus.KEPT_FOR_REPORT);
        assertThat(request.examine(EDITOR, Publication.Decision.CLOSED, "Fine", MONDAY))
                .isPresent();
    }

    @Test
    void only_an_active_grant_is_revoked() {
        var request = inReview("A text");
        assertThat(request.revoke(EDITOR, "News", MONDAY)).isPresent();
        var granted = granted("A text");
        assertThat(granted.revoke(EDITOR, "News", MONDAY)).isEmpty();
        assertThat(granted.status()).isEqualTo(RequestStatus.REVOKED);
        assertThat(granted.grant()).map(Grant::status).contains(Grant.Status.REVOKED);
    }

    @Test
    void nothing_is_ever_approved_by_itself() {
        var request = inReview("A text");
        request.expire(WINDOW.until());
        assertThat(request.status()).isEqualTo(RequestStatus.EXPIRED);
        assertThat(request.grant()).isEmpty();
        assertThat(request.openReviews()).isEmpty();
    }

    @Test
    void request_that_nobody_looked_at_gets_no_grant() {
        var request = submitted("A text");
        request.openRound(List.of(), new FourHours(MONDAY), MONDAY);
        assertThat(request.roundVerdict()).isEmpty();
        assertThatThrownBy(() -> request.issueGrant(MONDAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void grant_that_nobody_used_lapses() {
        var request = granted("A text");
        request.lapse(WINDOW.until());
        assertThat(request.status()).isEqualTo(RequestStatus.LAPSED);
        assertThat(request.grant()).map(Grant::status).contains(Grant.Status.LAPSED);
    }

    @Test
    void facts_carry_codes_and_digests_but_nobodys_words() {
        var request = inReview("Canary text");
        approve(request, Reviewer.COMMUNICATIONS, EDITOR, "Canary condition");
        var facts = request.takeFacts();
        assertThat(facts)
                .extracting(SpeakingFact::name)
                .containsExactly("speaking.requestSubmitted", "speaking.reviewsPlanned", "speaking.reviewApproved");
        assertThat(facts.toString()).doesNotContain("Canary");
        assertThat(request.takeFacts()).isEmpty();
    }

    @Test
    void timeline_tells_who_did_what_on_which_version() {
        var request = inReview("A text");
        approve(request, Reviewer.COMMUNICATIONS, EDITOR, null);
        var last = request.timeline().get(request.timeline().size() - 1);
        assertThat(last.actor()).isEqualTo(EDITOR);
        assertThat(last.kind()).isEqualTo(SpeakingFact.Kind.REVIEW_APPROVED);
        assertThat(last.reviewer()).contains(Reviewer.COMMUNICATIONS);
        assertThat(last.version()).isEqualTo(1);
    }

    private static SpeakingRequest inReview(String text) {
        var request = submitted(text);
        request.openRound(seats(), new FourHours(MONDAY), MONDAY);
        return request;
    }

    private static SpeakingRequest submitted(String text) {
        return new SpeakingRequest(
                new BusinessNumber("SR-2026-000001"),
                "2026",
                new Proposal(
                        REQUESTER,
                        SPEAKER,
                        Channel.OCCASION,
                        null,
                        "A conference",
                        "Title",
                        text,
                        List.of(),
                        SpeakingAs.COMPANY,
                        Set.of(ContentClass.GENERAL),
                        Audience.PUBLIC,
                        "Purpose",
                        WINDOW,
                        false,
                        null),
                MONDAY);
    }

    private static List<Seat> seats() {
        return List.of(new Seat(Reviewer.LINE_MANAGER, MANAGER), new Seat(Reviewer.COMMUNICATIONS, null));
    }

    private static SpeakingRequest granted(String text) {
        var request = inReview(text);
        approve(request, Reviewer.LINE_MANAGER, MANAGER, null);
        approve(request, Reviewer.COMMUNICATIONS, EDITOR, "Only with the logo");
        request.issueGrant(MONDAY);
        return request;
    }

    private static void approve(SpeakingRequest request, Reviewer reviewer, PersonId by, @Nullable String conditions) {
        assertThat(decide(
                        request,
                        reviewer,
                        by,
                        Verdict.APPROVED,
                        conditions,
                        request.currentVersion().text()))
                .isEmpty();
    }

    private static Optional<Refusal> decide(
            SpeakingRequest request,
            Reviewer reviewer,
            PersonId by,
            Verdict verdict,
            @Nullable String conditions,
            String seen) {
        return request.decide(
                review(request, reviewer).id(),
                by,
                verdict,
                "Because",
                conditions,
                Sha256.of(seen),
                new FourHours(MONDAY),
                MONDAY);
    }

    private static void decideAt(
            SpeakingRequest request, Reviewer reviewer, PersonId by, Verdict verdict, String seen, Instant now) {
        assertThat(request.decide(
                        review(request, reviewer).id(),
                        by,
                        verdict,
                        "Because",
                        null,
                        Sha256.of(seen),
                        new FourHours(now),
                        now))
                .isEmpty();
    }

    private static void correct(SpeakingRequest request, int basedOn, String text, Instant now) {
        assertThat(request.correct(
                        REQUESTER, basedOn, text, List.of(), Set.of(ContentClass.GENERAL), WINDOW, "Changed", now))
                .isEmpty();
    }

    /** The newest review of that reviewer. */
    private static Review review(SpeakingRequest request, Reviewer reviewer) {
        return request.reviews().stream()
                .filter(review -> review.reviewer() == reviewer)
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }
}
