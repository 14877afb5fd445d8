package io.fayan.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.notification.Notifications.Kind;
import io.fayan.notification.Notifications.Label;
import io.fayan.platform.web.MatterPage;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.SpeakingFact;
import io.fayan.support.HandSetClock;
import io.fayan.support.InMemoryPeople;
import io.fayan.support.InMemoryWorkList;
import io.fayan.support.WeekdaysInShanghai;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who hears what of a request to speak. */
class SpeakingNewsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final BusinessNumber NUMBER = new BusinessNumber("SR-2026-000001");
    private static final PersonId REQUESTER = new PersonId("F0003");
    private static final PersonId SPEAKER = new PersonId("F0004");
    private static final PersonId MANAGER = new PersonId("F0002");
    private static final PersonId EDITOR = new PersonId("C0001");
    private static final PersonId SECOND_EDITOR = new PersonId("C0002");
    private static final PersonId LEAD = new PersonId("C0003");
    private static final PersonId ADMINISTRATOR = new PersonId("A0001");

    private record Told(PersonId to, Kind kind, String key, List<?> arguments) {}

    private final HandSetClock clock = new HandSetClock(MONDAY);
    private final InMemoryPeople people = new InMemoryPeople(new WeekdaysInShanghai(), clock);
    private final InMemoryWorkList workList = new InMemoryWorkList(people, EditorsOwn::new, clock);
    private final List<Told> told = new ArrayList<>();
    private final SpeakingNews news = new SpeakingNews(
            (to, kind, matter, key, arguments, dedupKey) -> told.add(new Told(to, kind, key, arguments)),
            people,
            workList);

    @BeforeEach
    void company() {
        people.join(EDITOR, null, Role.COMMUNICATIONS);
        people.join(SECOND_EDITOR, null, Role.COMMUNICATIONS);
        people.join(LEAD, null, Role.COMMUNICATIONS_LEAD);
        people.join(ADMINISTRATOR, null, Role.ADMINISTRATOR);
    }

    @Test
    void group_in_which_nobody_is_alarms_those_who_lead_communications_and_administrators() {
        happens(SpeakingFact.Kind.REVIEW_GROUP_EMPTY, PersonId.SYSTEM, "LEGAL", null);
        assertThat(told)
                .extracting(Told::to, Told::kind)
                .containsExactlyInAnyOrder(tuple(LEAD, Kind.ESCALATION), tuple(ADMINISTRATOR, Kind.ESCALATION));
        assertThat(told).extracting(Told::arguments).containsOnly(List.of(new Label("reviewer.LEGAL")));
    }

    @Test
    void question_is_the_requesters_to_answer_and_the_answer_the_reviewers_to_read() {
        happens(SpeakingFact.Kind.QUESTION_ASKED, EDITOR, "COMMUNICATIONS", null);
        assertThat(told).extracting(Told::to, Told::kind).containsExactly(tuple(REQUESTER, Kind.WORK));
        told.clear();
        happens(SpeakingFact.Kind.QUESTION_ANSWERED, REQUESTER, null, EDITOR);
        assertThat(told).extracting(Told::to, Told::kind).containsExactly(tuple(EDITOR, Kind.WORK));
    }

    @Test
    void nudge_reaches_who_has_a_review_and_everybody_who_could_take_one() {
        review(MANAGER, Set.of());
        review(null, Set.of(Role.COMMUNICATIONS));
        workList.open(NUMBER, AuthoriseSpeaking.ANSWER_QUESTION, null, REQUESTER, Set.of(), null);
        happens(SpeakingFact.Kind.REVIEWERS_NUDGED, REQUESTER, null, null);
        assertThat(told)
                .as("the other editor has a part in the matter")
                .extracting(Told::to)
                .containsExactlyInAnyOrder(MANAGER, SECOND_EDITOR);
    }

    @Test
    void review_that_somebody_took_is_nudged_with_them_alone() {
        var step = review(null, Set.of(Role.COMMUNICATIONS));
        workList.claim(SECOND_EDITOR, step);
        happens(SpeakingFact.Kind.REVIEWERS_NUDGED, REQUESTER, null, null);
        assertThat(told).extracting(Told::to).containsExactly(SECOND_EDITOR);
    }

    @ParameterizedTest
    @EnumSource(
            value = SpeakingFact.Kind.class,
            names = {
                "GRANT_ISSUED",
                "REVIEW_REJECTED",
                "GRANT_REVOKED",
                "REQUEST_EXPIRED",
                "GRANT_LAPSED",
                "DIFFERENCE_CLOSED",
                "DIFFERENCE_KEPT"
            })
    void requester_and_speaker_hear_how_it_ended(SpeakingFact.Kind kind) {
        happens(kind, EDITOR, null, null);
        assertThat(told).extracting(Told::to).containsExactly(REQUESTER, SPEAKER);
        assertThat(told).extracting(Told::kind).containsOnly(Kind.RESULT);
        assertThat(told).extracting(Told::key).containsOnly("notification.speaking." + kind);
    }

    @Test
    void colleague_hears_what_was_handed_to_them() {
        happens(SpeakingFact.Kind.REVIEW_HANDED_OVER, EDITOR, "COMMUNICATIONS", SECOND_EDITOR);
        happens(SpeakingFact.Kind.STEP_REASSIGNED, LEAD, "COMMUNICATIONS", MANAGER);
        assertThat(told).extracting(Told::to).containsExactly(SECOND_EDITOR, MANAGER);
    }

    @Test
    void nobody_is_told_what_they_did_themselves() {
        happens(SpeakingFact.Kind.GRANT_REVOKED, SPEAKER, null, null);
        assertThat(told).extracting(Told::to).containsExactly(REQUESTER);
    }

    @ParameterizedTest
    @EnumSource(
            value = SpeakingFact.Kind.class,
            names = {
                "REQUEST_SUBMITTED",
                "REVIEWS_PLANNED",
                "REVIEW_GIVEN_BACK",
                "REQUEST_CORRECTED",
                "PUBLISHED_AS_GRANTED",
                "PUBLISHED_DIFFERENTLY",
                "REQUEST_WITHDRAWN"
            })
    void what_shows_in_the_work_list_is_not_told(SpeakingFact.Kind kind) {
        happens(kind, REQUESTER, null, null);
        assertThat(told).isEmpty();
    }

    private void happens(SpeakingFact.Kind kind, PersonId actor, @Nullable String reviewer, @Nullable PersonId person) {
        var facts = new TreeMap<>(Map.of("requester", REQUESTER.value(), "speaker", SPEAKER.value()));
        if (reviewer != null) {
            facts.put("reviewer", reviewer);
        }
        if (person != null) {
            facts.put("person", person.value());
        }
        news.on(new SpeakingFact(NUMBER, kind, actor, MONDAY, facts));
    }

    private String review(@Nullable PersonId assignee, Set<Role> groups) {
        return workList.open(NUMBER, AuthoriseSpeaking.REVIEW_REQUEST, null, assignee, groups, null)
                .taskId();
    }

    /** One of the two editors has a part in the matter. */
    private static final class EditorsOwn implements MatterPage {

        @Override
        public String prefix() {
            return "SR";
        }

        @Override
        public String subject(BusinessNumber number) {
            return "A title";
        }

        @Override
        public boolean visibleTo(PersonId person, BusinessNumber number) {
            return true;
        }

        @Override
        public Set<PersonId> conflicted(BusinessNumber number, String element) {
            return Set.of(EDITOR);
        }

        @Override
        public String path(BusinessNumber number) {
            return "/requests/" + number;
        }
    }
}
