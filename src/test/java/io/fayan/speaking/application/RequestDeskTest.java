package io.fayan.speaking.application;

import static io.fayan.speaking.application.Office.COLLEAGUE;
import static io.fayan.speaking.application.Office.COMPANY_ACCOUNT;
import static io.fayan.speaking.application.Office.EDITOR;
import static io.fayan.speaking.application.Office.FROZEN_ACCOUNT;
import static io.fayan.speaking.application.Office.REQUESTER;
import static io.fayan.speaking.application.Office.REQUESTERS_ACCOUNT;
import static io.fayan.speaking.application.Office.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.MissingCalendarYearException;
import io.fayan.platform.decisions.UnknownTableException;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.SpeakingFact.Kind;
import io.fayan.speaking.Verdict;
import io.fayan.speaking.domain.Grant;
import io.fayan.speaking.domain.Publication;
import io.fayan.speaking.domain.Review;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the requester does, clause 3.1.d. It is Monday, 10:00. */
class RequestDeskTest {

    private final Office office = new Office();

    // ---- filing ----

    @Test
    void whoever_files_speaks_unless_they_name_somebody_else() {
        var own = office.requests.file(REQUESTER, Draft.of("A text").filing());
        assertThat(own)
                .isEqualTo(
                        Outcome.opened(new BusinessNumber("SR-2026-000001"), Map.of("requester", REQUESTER.value())));
        assertThat(office.request(new BusinessNumber("SR-2026-000001")).speaker())
                .isEqualTo(REQUESTER);

        var other = office.file(Draft.of("A text").spokenBy(COLLEAGUE));
        assertThat(office.request(other).requester()).isEqualTo(REQUESTER);
        assertThat(office.request(other).speaker()).isEqualTo(COLLEAGUE);
    }

    @Test
    void speaker_must_be_with_the_company() {
        assertThat(filed(Draft.of("A text").spokenBy("F9999"))).containsExactly("speaker speakerUnknown");
        assertThat(filed(Draft.of("A text").spokenBy("not a number"))).containsExactly("speaker speakerUnknown");
        office.people.leave(COLLEAGUE);
        assertThat(filed(Draft.of("A text").spokenBy(COLLEAGUE))).containsExactly("speaker speakerUnknown");
    }

    @Test
    void occasion_is_described_and_an_account_is_named() {
        assertThat(filed(Draft.of("A text").at(null))).containsExactly("occasion occasion");
        assertThat(filed(Draft.of("A text").at(" "))).containsExactly("occasion occasion");
        assertThat(filed(Draft.of("A text").on(Channel.COMPANY_ACCOUNT, null))).containsExactly("account account");
        var talk = office.file(Draft.of("A text").at("A conference"));
        assertThat(office.request(talk).scope().occasion()).contains("A conference");
        assertThat(office.request(talk).scope().account()).isEmpty();
    }

    @Test
    void account_is_one_that_the_speaker_can_use_on_that_channel() {
        assertThat(filed(Draft.of("A text").on(Channel.COMPANY_ACCOUNT, FROZEN_ACCOUNT)))
                .containsExactly("account accountNotUsable");
        assertThat(filed(Draft.of("A text").on(Channel.COMPANY_ACCOUNT, REQUESTERS_ACCOUNT)))
                .containsExactly("account accountNotUsable");
        assertThat(filed(Draft.of("A text").on(Channel.PERSONAL_ACCOUNT, COMPANY_ACCOUNT)))
                .containsExactly("account accountNotUsable");
        assertThat(filed(Draft.of("A text")
                        .on(Channel.PERSONAL_ACCOUNT, REQUESTERS_ACCOUNT)
                        .spokenBy(COLLEAGUE)))
                .containsExactly("account accountNotUsable");
        office.file(Draft.of("A text").on(Channel.PERSONAL_ACCOUNT, REQUESTERS_ACCOUNT));
    }

    @Test
    void urgent_needs_a_reason() {
        assertThat(filed(Draft.of("A text").urgentBecause(null))).containsExactly("urgentReason urgentReason");
        assertThat(filed(Draft.of("A text").urgentBecause(" "))).containsExactly("urgentReason urgentReason");
        var urgent = office.request(office.file(Draft.of("A text").urgentBecause("The fair opens")));
        assertThat(urgent.urgentReason()).contains("The fair opens");
        // Two working hours from 10:00.
        assertThat(urgent.openReviews())
                .allSatisfy(review -> assertThat(review.dueAt()).isEqualTo("2026-11-23T04:00:00Z"));
    }

    @Test
    void reason_for_an_urgency_that_is_none_is_not_kept() {
        var request = office.request(office.file(Draft.of("A text").reason("The fair opens")));
        assertThat(request.urgent()).isFalse();
        assertThat(request.urgentReason()).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_is_filed() {
        assertThat(filed(Draft.of("A text")
                        .on(Channel.COMPANY_ACCOUNT, null)
                        .urgentBecause(null)
                        .between("2026-11-20T09:00", "2027-11-20T09:00")))
                .containsExactly(
                        "account account",
                        "urgentReason urgentReason",
                        "windowFrom windowFromPast",
                        "windowUntil windowLong");
        assertThat(office.rows.isEmpty()).isTrue();
        assertThat(office.facts).isEmpty();
        assertThat(office.file(Draft.of("A text"))).hasToString("SR-2026-000001");
    }

    @Test
    void only_ones_own_files_are_attached_and_each_to_one_request() {
        var theirs = office.files.upload(EDITOR);
        assertThat(filed(Draft.of("A text").with(theirs))).containsExactly("attachments attachments");
        var own = office.files.upload(REQUESTER);
        var number = office.file(Draft.of("A text").with(own));
        assertThat(office.request(number).currentVersion().attachments()).containsExactly(own);
        assertThat(filed(Draft.of("A text").with(own))).containsExactly("attachments attachments");
    }

    @Test
    void policy_version_in_force_at_filing_is_kept_to_the_end() {
        var number = office.file(Draft.of("First"));
        // Nobody can judge by the next version here: its tables are not shipped.
        office.policy.comesIntoForce("2027");
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        assertThat(correct(number, 1, "2026-11-25T09:00", "2026-12-01T18:00")).isEqualTo(Outcome.completed());
        office.plan(number);
        var review = office.review(number, Reviewer.COMMUNICATIONS);
        assertThat(office.reviews.ask(number, review.id(), EDITOR, "Source?")).isEqualTo(Outcome.kept());
        office.approve(number);
        assertThat(office.request(number).policyVersion()).isEqualTo("2026");
        assertThat(office.request(number).grounds()).isNotEmpty();

        var next = Draft.of("A text").filing();
        assertThatExceptionOfType(UnknownTableException.class).isThrownBy(() -> office.requests.file(REQUESTER, next));
    }

    @Test
    void deadline_in_a_year_that_nobody_has_entered_is_never_guessed() {
        office.clock.moveTo(Instant.parse("2026-12-30T02:00:00Z"));
        office.requests.file(
                REQUESTER,
                Draft.about(ContentClass.CUSTOMER_REFERENCE)
                        .between("2026-12-30T10:00", "2026-12-30T12:00")
                        .filing());
        var number = new BusinessNumber("SR-2026-000001");
        assertThatExceptionOfType(MissingCalendarYearException.class)
                .isThrownBy(() -> office.plan(number))
                .satisfies(missing -> assertThat(missing.year()).isEqualTo(2027));
        assertThat(office.asked(number)).doesNotContain(Reviewer.LEGAL);

        office.calendar.enter(2027, Map.of(), "The notice");
        office.plan(number);
        assertThat(office.review(number, Reviewer.LEGAL).dueAt()).isEqualTo("2027-01-01T10:00:00Z");
    }

    // ---- correcting ----

    @Test
    void correction_of_a_version_that_is_not_the_latest_is_refused() {
        var number = returned();
        assertThat(office.correct(number, "Second")).isEqualTo(Outcome.completed());
        office.plan(number);
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);

        assertThat(refusals(correct(number, 1, "2026-11-24T09:00", "2026-12-01T18:00")))
                .containsExactly("basedOn staleText");
        assertThat(office.request(number).versions()).hasSize(2);
        assertThat(office.facts(Kind.REQUEST_CORRECTED)).hasSize(1);
    }

    @Test
    void text_is_changed_only_after_a_return() {
        var number = office.file(Draft.of("First"));
        assertThat(refusals(office.correct(number, "Second"))).containsExactly("notReturned");
        assertThat(office.request(number).currentVersion().text()).isEqualTo("First");
    }

    @Test
    void window_that_stays_as_it_was_is_not_checked_again_but_another_is() {
        var number = returned();
        office.clock.moveTo(Instant.parse("2026-11-26T02:00:00Z"));
        assertThat(refusals(correct(number, 1, "2026-11-25T09:00", "2026-12-01T18:00")))
                .containsExactly("windowFrom windowFromPast");
        assertThat(refusals(correct(number, 1, "2026-11-27T09:00", "2027-11-27T09:00")))
                .containsExactly("windowUntil windowLong");
        assertThat(correct(number, 1, "2026-11-24T09:00", "2026-12-01T18:00")).isEqualTo(Outcome.completed());
    }

    @Test
    void window_that_has_begun_can_still_be_made_longer() {
        var number = returned();
        office.clock.moveTo(Instant.parse("2026-11-26T02:00:00Z"));
        assertThat(refusals(correct(number, 1, "2026-11-24T09:00", "2027-11-27T09:00")))
                .containsExactly("windowUntil windowLong");
        assertThat(correct(number, 1, "2026-11-24T09:00", "2026-12-04T18:00")).isEqualTo(Outcome.completed());
    }

    @Test
    void correction_takes_no_files_of_others() {
        var number = returned();
        var theirs = office.files.upload(EDITOR);
        var outcome = office.requests.correct(
                number,
                REQUESTER,
                1,
                "Second",
                List.of(theirs),
                Set.of(ContentClass.GENERAL),
                LocalDateTime.parse("2026-11-24T09:00"),
                LocalDateTime.parse("2026-12-01T18:00"),
                "Changed");
        assertThat(refusals(outcome)).containsExactly("attachments attachments");
        assertThat(office.request(number).versions()).hasSize(1);
    }

    // ---- nudging ----

    @Test
    void reviewers_are_nudged_once_a_working_day() {
        var number = office.file(Draft.of("A text").spokenBy(COLLEAGUE));
        assertThat(office.requests.nudge(number, REQUESTER)).isEqualTo(Outcome.kept());
        office.clock.advance(Duration.ofHours(5));
        assertThat(refusals(office.requests.nudge(number, REQUESTER))).containsExactly("nudgedToday");
        assertThat(refusals(office.requests.nudge(number, COLLEAGUE))).containsExactly("nudgedToday");
        // Tuesday 00:30 in Shanghai is still Monday in Greenwich.
        office.clock.moveTo(Instant.parse("2026-11-23T16:30:00Z"));
        assertThat(office.requests.nudge(number, COLLEAGUE)).isEqualTo(Outcome.kept());
        assertThat(office.facts(Kind.REVIEWERS_NUDGED)).hasSize(2);
    }

    @Test
    void nobody_is_nudged_at_the_weekend_nor_by_somebody_else_nor_when_there_is_nothing_to_review() {
        var number = office.file(Draft.of("A text"));
        assertThat(refusals(office.requests.nudge(number, EDITOR))).containsExactly("notRequester");
        office.clock.moveTo(Instant.parse("2026-11-28T02:00:00Z"));
        assertThat(refusals(office.requests.nudge(number, REQUESTER))).containsExactly("noWorkingDay");
        office.clock.moveTo(Instant.parse("2026-11-30T02:00:00Z"));
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        assertThat(refusals(office.requests.nudge(number, REQUESTER))).containsExactly("notInReview");
        assertThat(office.facts(Kind.REVIEWERS_NUDGED)).isEmpty();
    }

    // ---- withdrawing ----

    @Test
    void requester_and_speaker_withdraw_and_nobody_else() {
        var number = office.file(Draft.of("A text").spokenBy(COLLEAGUE));
        assertThat(refusals(office.requests.withdraw(number, EDITOR, "No"))).containsExactly("notRequester");
        assertThat(office.status(number)).isEqualTo(RequestStatus.IN_REVIEW);
        assertThat(office.workList.of(number)).hasSize(2);
        assertThat(office.requests.withdraw(number, COLLEAGUE, "Cancelled")).isEqualTo(Outcome.kept());
        assertThat(office.status(number)).isEqualTo(RequestStatus.WITHDRAWN);
    }

    static List<Named<Function<Office, BusinessNumber>>> before_anything_was_published() {
        return List.of(
                Named.of("in review", office -> office.file(Draft.of("A text"))),
                Named.of("returned", RequestDeskTest::returned),
                Named.of("granted", office -> office.granted(Draft.of("A text"))));
    }

    @ParameterizedTest
    @MethodSource("before_anything_was_published")
    void request_can_be_withdrawn(Function<Office, BusinessNumber> state) {
        var number = state.apply(office);
        assertThat(office.requests.withdraw(number, REQUESTER, "Cancelled")).isEqualTo(Outcome.kept());
        var request = office.request(number);
        assertThat(request.status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(request.closingReason()).contains("Cancelled");
        assertThat(request.reviews())
                .extracting(Review::status)
                .doesNotContain(Review.Status.OPEN, Review.Status.PAUSED);
        assertThat(request.grant().filter(grant -> grant.status() == Grant.Status.ACTIVE))
                .isEmpty();
        assertThat(office.workList.of(number)).isEmpty();
        assertThat(office.facts(Kind.REQUEST_WITHDRAWN)).hasSize(1);
    }

    static List<Named<Function<Office, BusinessNumber>>> when_it_is_too_late() {
        return List.of(
                Named.of("published as granted", office -> {
                    var number = office.granted(Draft.of("A text"));
                    office.clock.advance(Duration.ofDays(1));
                    office.publish(number, "2026-11-24T09:30", "A text");
                    return number;
                }),
                Named.of("published differently", RequestDeskTest::different),
                Named.of("difference closed", office -> examined(office, Publication.Decision.CLOSED)),
                Named.of("difference kept", office -> examined(office, Publication.Decision.KEPT_FOR_REPORT)),
                Named.of("rejected", office -> {
                    var number = office.file(Draft.of("A text"));
                    office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.REJECTED);
                    return number;
                }),
                Named.of("withdrawn", office -> {
                    var number = office.file(Draft.of("A text"));
                    office.requests.withdraw(number, REQUESTER, "Cancelled");
                    return number;
                }),
                Named.of("expired", office -> {
                    var number = office.file(Draft.of("A text"));
                    office.grants.expire(number);
                    return number;
                }),
                Named.of("lapsed", office -> {
                    var number = office.granted(Draft.of("A text"));
                    office.grants.lapse(number);
                    return number;
                }),
                Named.of("revoked", office -> {
                    var number = office.granted(Draft.of("A text"));
                    office.grants.revoke(number, EDITOR, "News");
                    return number;
                }));
    }

    @ParameterizedTest
    @MethodSource("when_it_is_too_late")
    void request_can_no_longer_be_withdrawn(Function<Office, BusinessNumber> state) {
        var number = state.apply(office);
        var stood = office.status(number);
        office.facts.clear();
        assertThat(refusals(office.requests.withdraw(number, REQUESTER, "Too late")))
                .containsExactly("over");
        assertThat(office.status(number)).isEqualTo(stood);
        assertThat(office.facts).isEmpty();
    }

    private List<String> filed(Draft draft) {
        return refusals(office.requests.file(REQUESTER, draft.filing()));
    }

    private Outcome correct(BusinessNumber number, int basedOn, String from, String until) {
        return office.requests.correct(
                number,
                REQUESTER,
                basedOn,
                "Another text",
                List.of(),
                Set.of(ContentClass.GENERAL),
                LocalDateTime.parse(from),
                LocalDateTime.parse(until),
                "Changed");
    }

    private BusinessNumber returned() {
        return returned(office);
    }

    private static BusinessNumber returned(Office office) {
        var number = office.file(Draft.of("First"));
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        return number;
    }

    private static BusinessNumber different(Office office) {
        var number = office.granted(Draft.of("A text"));
        office.clock.advance(Duration.ofDays(1));
        office.publish(number, "2026-11-24T09:30", "Another text");
        return number;
    }

    private static BusinessNumber examined(Office office, Publication.Decision decision) {
        var number = different(office);
        office.grants.examine(number, EDITOR, decision, "Seen");
        return number;
    }
}
