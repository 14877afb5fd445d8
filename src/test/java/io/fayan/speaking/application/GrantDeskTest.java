package io.fayan.speaking.application;

import static io.fayan.speaking.application.Office.COLLEAGUE;
import static io.fayan.speaking.application.Office.EDITOR;
import static io.fayan.speaking.application.Office.LAWYER;
import static io.fayan.speaking.application.Office.LEAD;
import static io.fayan.speaking.application.Office.MANAGER;
import static io.fayan.speaking.application.Office.REQUESTER;
import static io.fayan.speaking.application.Office.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.Sha256;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.SpeakingFact.Kind;
import io.fayan.speaking.Verdict;
import io.fayan.speaking.domain.Grant;
import io.fayan.speaking.domain.Publication.Decision;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a grant, clause 3.1.d. Its window is from Tuesday, 9:00, to the Tuesday after it, 18:00. */
class GrantDeskTest {

    private final Office office = new Office();

    @Test
    void grant_is_for_exactly_this_text_in_this_window_on_the_conditions_of_its_reviewers() {
        var number = office.file(Draft.of("A text"));
        office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.APPROVED);
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.APPROVED, "With the logo");
        office.grants.issue(number);
        var grant = office.grant(number);
        assertThat(grant.sha256()).isEqualTo(Sha256.of("A text"));
        assertThat(grant.validFrom()).isEqualTo("2026-11-24T01:00:00Z");
        assertThat(grant.validUntil()).isEqualTo("2026-12-01T10:00:00Z");
        assertThat(grant.status()).isEqualTo(Grant.Status.ACTIVE);
        assertThat(office.request(number).conditions()).isEqualTo(Map.of(Reviewer.COMMUNICATIONS, "With the logo"));
        assertThat(office.facts(Kind.GRANT_ISSUED)).singleElement().satisfies(fact -> assertThat(fact.facts())
                .containsEntry("text", Sha256.of("A text").value()));
    }

    @Test
    void grant_is_for_the_version_that_was_approved_last_and_its_window() {
        var number = office.file(Draft.of("First"));
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        var request = office.request(number);
        office.requests.correct(
                number,
                REQUESTER,
                1,
                "Second",
                List.of(),
                request.scope().contentClasses(),
                LocalDateTime.parse("2026-11-25T09:00"),
                LocalDateTime.parse("2026-11-26T09:00"),
                "Changed");
        office.plan(number);
        office.approve(number);
        office.grants.issue(number);
        assertThat(office.grant(number).sha256()).isEqualTo(Sha256.of("Second"));
        assertThat(office.grant(number).version()).isEqualTo(2);
        assertThat(office.grant(number).validFrom()).isEqualTo("2026-11-25T01:00:00Z");
        assertThat(office.grant(number).validUntil()).isEqualTo("2026-11-26T01:00:00Z");
    }

    // ---- publishing ----

    @Test
    void same_text_in_the_window_is_published_as_granted() {
        assertThat(published("2026-11-25T09:30", "A text")).isEqualTo(RequestStatus.PUBLISHED);
        assertThat(published("2026-11-24T09:00", "A text")).isEqualTo(RequestStatus.PUBLISHED);
        assertThat(published("2026-12-01T18:00", "A text")).isEqualTo(RequestStatus.PUBLISHED);
    }

    @Test
    void minute_in_which_the_window_begins_belongs_to_it() {
        var number = office.granted(Draft.of("A text").between("2026-11-24T09:00:30", "2026-12-01T18:00"));
        office.clock.moveTo(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(office.publish(number, "2026-11-24T09:00", "A text"))
                .isEqualTo(Outcome.completed(Map.of("publishedAsGranted", true)));
    }

    @Test
    void another_text_in_the_window_is_a_difference() {
        assertThat(published("2026-11-25T09:30", "A text.")).isEqualTo(RequestStatus.DIFFERENT);
        assertThat(published("2026-11-25T09:30", "A text ")).isEqualTo(RequestStatus.DIFFERENT);
    }

    @Test
    void same_text_outside_the_window_is_a_difference() {
        assertThat(published("2026-11-24T08:59", "A text")).isEqualTo(RequestStatus.DIFFERENT);
        assertThat(published("2026-12-01T18:01", "A text")).isEqualTo(RequestStatus.DIFFERENT);
    }

    @Test
    void publication_uses_the_grant_and_tells_the_process_whether_it_is_as_granted() {
        var number = office.granted(Draft.of("A text"));
        office.clock.moveTo(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(office.publish(number, "2026-11-24T09:30", "A text"))
                .isEqualTo(Outcome.completed(Map.of("publishedAsGranted", true)));
        assertThat(office.grant(number).status()).isEqualTo(Grant.Status.USED);
        assertThat(office.facts(Kind.PUBLISHED_AS_GRANTED)).hasSize(1);
        assertThat(office.facts(Kind.PUBLISHED_DIFFERENTLY)).isEmpty();

        var other = office.granted(Draft.of("A text"));
        assertThat(office.publish(other, "2026-11-24T09:30", "Another"))
                .isEqualTo(Outcome.completed(Map.of("publishedAsGranted", false)));
        assertThat(office.facts(Kind.PUBLISHED_DIFFERENTLY)).hasSize(1);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> office.publish(other, "2026-11-24T09:30", "Once more"));
    }

    @Test
    void what_is_not_yet_published_cannot_be_reported() {
        var number = office.granted(Draft.of("A text"));
        office.clock.moveTo(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(refusals(office.publish(number, "2026-11-24T10:01", "A text")))
                .containsExactly("publishedAt publishedLater");
        assertThat(office.status(number)).isEqualTo(RequestStatus.GRANTED);
    }

    @Test
    void post_has_a_link_and_a_talk_needs_none() {
        office.clock.moveTo(Instant.parse("2026-11-24T02:00:00Z"));
        var post = office.granted(Draft.of("A text"));
        var at = LocalDateTime.parse("2026-11-24T09:30");
        assertThat(refusals(office.grants.publish(post, REQUESTER, null, at, "A text")))
                .containsExactly("link link");
        var talk = office.granted(Draft.of("A text").at("A conference"));
        assertThat(office.grants.publish(talk, REQUESTER, null, at, "A text")).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void difference_is_closed_or_kept_for_a_report() {
        var closed = different();
        assertThat(office.grants.examine(closed, EDITOR, Decision.CLOSED, "A comma"))
                .isEqualTo(Outcome.completed(Map.of("keptForReport", false)));
        assertThat(office.status(closed)).isEqualTo(RequestStatus.DIFFERENCE_CLOSED);
        assertThat(office.facts(Kind.DIFFERENCE_CLOSED)).hasSize(1);

        var kept = different();
        assertThat(office.grants.examine(kept, EDITOR, Decision.KEPT_FOR_REPORT, "A secret"))
                .isEqualTo(Outcome.completed(Map.of("keptForReport", true)));
        assertThat(office.status(kept)).isEqualTo(RequestStatus.KEPT_FOR_REPORT);
        assertThat(office.request(kept).publication().orElseThrow().decisionNote())
                .contains("A secret");
        assertThat(office.facts(Kind.DIFFERENCE_KEPT)).hasSize(1);
        assertThat(office.facts.toString()).doesNotContain("A secret");
    }

    @Test
    void difference_is_examined_once_and_only_where_there_is_one() {
        var number = different();
        office.grants.examine(number, EDITOR, Decision.CLOSED, "A comma");
        assertThat(refusals(office.grants.examine(number, LEAD, Decision.KEPT_FOR_REPORT, "A secret")))
                .containsExactly("over");
        assertThat(office.status(number)).isEqualTo(RequestStatus.DIFFERENCE_CLOSED);
        var granted = office.granted(Draft.of("A text"));
        assertThat(refusals(office.grants.examine(granted, EDITOR, Decision.CLOSED, "Nothing")))
                .containsExactly("over");
    }

    // ---- revoking, lapsing ----

    @Test
    void grant_is_revoked_by_communications_and_nobody_else() {
        for (var communications : Set.of(EDITOR, LEAD)) {
            var number = office.granted(Draft.of("A text"));
            office.workList.open(number, AuthoriseSpeaking.REPORT_PUBLICATION, null, REQUESTER, Set.of(), null);
            for (var other : Set.of(REQUESTER, COLLEAGUE, MANAGER, LAWYER)) {
                assertThat(refusals(office.grants.revoke(number, other, "News")))
                        .containsExactly("communicationsOnly");
            }
            assertThat(office.grant(number).status()).isEqualTo(Grant.Status.ACTIVE);

            assertThat(office.grants.revoke(number, communications, "News")).isEqualTo(Outcome.kept());
            assertThat(office.status(number)).isEqualTo(RequestStatus.REVOKED);
            assertThat(office.grant(number).status()).isEqualTo(Grant.Status.REVOKED);
            assertThat(office.grant(number).endedBecause()).contains("News");
            assertThat(office.workList.of(number)).isEmpty();
        }
    }

    @Test
    void somebody_who_has_left_communications_revokes_nothing() {
        var number = office.granted(Draft.of("A text"));
        office.people.leave(EDITOR);
        assertThat(refusals(office.grants.revoke(number, EDITOR, "News"))).containsExactly("communicationsOnly");
    }

    @Test
    void only_an_active_grant_is_revoked() {
        assertThat(refusals(office.grants.revoke(office.file(Draft.of("A text")), EDITOR, "News")))
                .containsExactly("noActiveGrant");
        assertThat(refusals(office.grants.revoke(different(), EDITOR, "News"))).containsExactly("noActiveGrant");
        assertThat(office.facts(Kind.GRANT_REVOKED)).isEmpty();
    }

    @Test
    void grant_that_nobody_used_lapses() {
        var number = office.granted(Draft.of("A text"));
        office.clock.moveTo(Instant.parse("2026-12-02T10:00:00Z"));
        office.grants.lapse(number);
        assertThat(office.status(number)).isEqualTo(RequestStatus.LAPSED);
        assertThat(office.grant(number).status()).isEqualTo(Grant.Status.LAPSED);
        assertThat(office.facts(Kind.GRANT_LAPSED)).hasSize(1);
    }

    private RequestStatus published(String at, String text) {
        office.clock.moveTo(Office.MONDAY);
        var number = office.granted(Draft.of("A text"));
        office.clock.moveTo(Instant.parse("2026-12-02T02:00:00Z"));
        office.publish(number, at, text);
        return office.status(number);
    }

    private BusinessNumber different() {
        office.clock.moveTo(Instant.parse("2026-11-24T02:00:00Z"));
        var number = office.granted(Draft.of("A text"));
        office.publish(number, "2026-11-24T09:30", "Another text");
        return number;
    }
}
