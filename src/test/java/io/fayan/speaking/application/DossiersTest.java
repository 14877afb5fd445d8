package io.fayan.speaking.application;

import static io.fayan.speaking.application.Office.COLLEAGUE;
import static io.fayan.speaking.application.Office.EDITOR;
import static io.fayan.speaking.application.Office.LEAD;
import static io.fayan.speaking.application.Office.MANAGER;
import static io.fayan.speaking.application.Office.REQUESTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.Sha256;
import io.fayan.platform.web.TimelineEntry;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.Verdict;
import io.fayan.speaking.application.Dossier.Actions;
import io.fayan.speaking.application.Dossier.ReviewRow;
import io.fayan.speaking.application.Dossier.Version;
import io.fayan.speaking.domain.Publication;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a request's page tells, in English, and what it offers to whom. */
class DossiersTest {

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
    void page_says_with_whom_it_is_and_which_step_is_the_readers() {
        var number = office.file(Draft.of("A text"));
        var requesters = dossier(number);
        assertThat(requesters.now()).isNotNull();
        assertThat(requesters.now().names()).containsExactly("Line manager", "Communications");
        assertThat(requesters.yours()).isNull();
        var managers = office.dossiers.of(number, MANAGER);
        assertThat(managers.yours()).isNotNull();
        assertThat(managers.yours().task())
                .isEqualTo(office.step(number, Reviewer.LINE_MANAGER).taskId());

        office.requests.withdraw(number, REQUESTER, "Cancelled");
        assertThat(dossier(number).now()).isNull();
        assertThat(dossier(number).standing().ended()).isTrue();
    }

    @Test
    void story_is_told_in_order_with_who_did_it_and_the_hash_of_each_new_text() {
        var number = office.file(Draft.of("First"));
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        office.correct(number, "Second");
        office.plan(number);
        office.approve(number);
        office.grants.issue(number);
        var story = dossier(number).timeline();
        assertThat(story)
                .extracting(TimelineEntry::tone)
                .containsExactly("neutral", "neutral", "waiting", "neutral", "neutral", "done", "done", "done");
        assertThat(story)
                .extracting(TimelineEntry::who)
                .containsExactly(REQUESTER, null, EDITOR, REQUESTER, null, MANAGER, EDITOR, null);
        assertThat(story)
                .extracting(TimelineEntry::text)
                .containsExactly(
                        Sha256.of("First"), null, null, Sha256.of("Second"), null, null, null, Sha256.of("Second"));
        assertThat(story.get(2).reason()).isEqualTo("Because");
    }

    @Test
    void versions_come_newest_first_and_are_compared_where_both_exist() {
        var number = office.file(Draft.of("First"));
        office.decide(number, Reviewer.COMMUNICATIONS, EDITOR, Verdict.RETURNED);
        office.correct(number, "Second");
        assertThat(dossier(number).versions()).extracting(Version::number).containsExactly(2, 1);
        assertThat(office.dossiers.difference(number, 1, 2)).isNotEmpty();
        assertThat(office.dossiers.difference(number, 0, 2)).isEmpty();
        assertThat(office.dossiers.difference(number, 1, 3)).isEmpty();
    }

    @Test
    void review_shows_its_due_date_while_it_is_open_only() {
        var number = office.file(Draft.of("A text"));
        office.decide(number, Reviewer.LINE_MANAGER, MANAGER, Verdict.APPROVED, "With the logo");
        assertThat(dossier(number).reviews())
                .extracting(ReviewRow::due)
                .containsExactly(null, Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(dossier(number).reviews().get(0).person()).isEqualTo(MANAGER);
        office.approve(number);
        office.grants.issue(number);
        assertThat(dossier(number).granted().conditions())
                .singleElement()
                .satisfies(condition -> assertThat(condition.text()).isEqualTo("With the logo"));
    }

    @Test
    void publication_shows_what_differed_and_what_was_made_of_it() {
        var number = office.granted(Draft.of("A text"));
        office.clock.moveTo(Instant.parse("2026-11-24T02:00:00Z"));
        office.publish(number, "2026-11-24T09:00", "Another text");
        var published = dossier(number).published();
        assertThat(published.inWindow()).isTrue();
        assertThat(published.asGranted()).isFalse();
        assertThat(published.difference()).isNotEmpty();
        assertThat(published.decision()).isNull();
        office.grants.examine(number, EDITOR, Publication.Decision.CLOSED, "A word");
        assertThat(dossier(number).published().decisionNote()).isEqualTo("A word");
        assertThat(dossier(number).published().decidedBy()).isEqualTo(EDITOR);
    }

    @Test
    void actions_are_offered_to_whom_they_belong_while_they_can_be_done() {
        var number = office.file(Draft.of("A text").spokenBy(COLLEAGUE));
        for (var own : List.of(REQUESTER, COLLEAGUE)) {
            assertThat(office.dossiers.of(number, own).actions()).isEqualTo(new Actions(true, true, false, List.of()));
        }
        office.requests.nudge(number, REQUESTER);
        assertThat(dossier(number).actions().nudge()).isFalse();
        assertThat(office.dossiers.of(number, EDITOR).actions().any()).isFalse();
        assertThat(office.dossiers.of(number, LEAD).actions().reassign()).hasSize(2);

        office.approve(number);
        office.grants.issue(number);
        assertThat(dossier(number).actions()).isEqualTo(new Actions(true, false, false, List.of()));
        assertThat(office.dossiers.of(number, EDITOR).actions().revoke()).isTrue();
        assertThat(office.dossiers.of(number, LEAD).actions().revoke()).isTrue();
        assertThat(office.dossiers.of(number, MANAGER).actions().any()).isFalse();

        office.grants.revoke(number, EDITOR, "News");
        assertThat(dossier(number).actions().any()).isFalse();
        assertThat(office.dossiers.of(number, LEAD).actions().any()).isFalse();
    }

    @Test
    void lead_reassigns_nothing_of_a_matter_of_their_own() {
        var number = office.file(LEAD, Draft.of("A text"));
        assertThat(office.dossiers.of(number, LEAD).actions().reassign()).isEmpty();
    }

    private Dossier dossier(BusinessNumber number) {
        return office.dossiers.of(number, REQUESTER);
    }
}
