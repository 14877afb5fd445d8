package io.fayan.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.policy.Knowledge;
import io.fayan.policy.MadeKnown;
import io.fayan.policy.domain.VersionText.ClauseText;
import io.fayan.policy.domain.VersionText.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PersonId PERSON = new PersonId("F0001");

    /** 2026.1 rewords 3.1.a and leaves 3.1.d alone. */
    private static final VersionText FIRST =
            version("2026", "2025-12-31T16:00:00Z", clause("3.1.a", "old"), clause("3.1.d", "same"));

    private static final VersionText SECOND =
            version("2026.1", "2026-06-30T16:00:00Z", clause("3.1.a", "new"), clause("3.1.d", "same"));

    private final Versions versions = new Versions(List.of(SECOND, FIRST));

    @Test
    void a_version_is_in_force_from_its_first_moment_until_the_next_one_begins() {
        assertThat(versions.inForce(Instant.parse("2025-12-31T15:59:59Z"))).isEmpty();
        assertThat(versions.inForce(Instant.parse("2025-12-31T16:00:00Z"))).contains(FIRST);
        assertThat(versions.inForce(Instant.parse("2026-06-30T15:59:59Z"))).contains(FIRST);
        assertThat(versions.inForce(Instant.parse("2026-06-30T16:00:00Z"))).contains(SECOND);
        assertThat(versions.oldest()).isEqualTo(FIRST);
    }

    @Test
    void a_clause_is_known_from_the_day_on_which_it_was_made_known() {
        var told = List.of(told(FIRST, "2026-03-02"));

        assertThat(known("3.1.a", "2026-03-01", told)).isFalse();
        assertThat(known("3.1.a", "2026-03-02", told)).isTrue();
        assertThat(known("3.1.a", "2026-03-03", told)).isTrue();
    }

    @Test
    void a_reworded_clause_must_be_made_known_again_and_an_unchanged_one_need_not() {
        var told = List.of(told(FIRST, "2026-03-02"));

        assertThat(known("3.1.a", "2026-06-30", told)).isTrue();
        assertThat(known("3.1.a", "2026-07-01", told)).isFalse();
        assertThat(known("3.1.d", "2026-07-01", told)).isTrue();
        assertThat(known("3.1.a", "2026-07-05", List.of(told(FIRST, "2026-03-02"), told(SECOND, "2026-07-05"))))
                .isTrue();
    }

    @Test
    void the_next_version_told_early_does_not_count_for_the_wording_that_is_still_in_force() {
        assertThat(known("3.1.a", "2026-06-30", List.of(told(SECOND, "2026-06-01"))))
                .isFalse();
    }

    @Test
    void nobody_knew_the_policy_before_there_was_one() {
        assertThat(known("3.1.a", "2025-12-31", List.of(told(FIRST, "2025-12-01"))))
                .isFalse();
        assertThat(known("3.1.a", "2026-01-01", List.of(told(FIRST, "2025-12-01"))))
                .isTrue();
    }

    @Test
    void another_text_under_the_same_tag_is_not_what_the_person_was_told() {
        var other = new Knowledge(
                PERSON, "2026", Sha256.of("another text"), LocalDate.parse("2026-03-02"), MadeKnown.SIGNED_PAPER);

        assertThat(known("3.1.a", "2026-03-03", List.of(other))).isFalse();
    }

    @Test
    void a_clause_that_the_version_does_not_have_is_known_to_nobody() {
        assertThat(known("9.9", "2026-03-03", List.of(told(FIRST, "2026-03-02"))))
                .isFalse();
    }

    private boolean known(String clause, String day, List<Knowledge> told) {
        return versions.known(clause, LocalDate.parse(day), SHANGHAI, told);
    }

    private static Knowledge told(VersionText version, String day) {
        return new Knowledge(PERSON, version.tag(), version.hash(), LocalDate.parse(day), MadeKnown.TRAINING);
    }

    private static VersionText version(String tag, String from, ClauseText... clauses) {
        return new VersionText(tag, Instant.parse(from), all("Policy"), List.of(clauses));
    }

    private static ClauseText clause(String id, String text) {
        return new ClauseText(id, false, all(new Wording("Title", text)));
    }

    private static <T> Map<Language, T> all(T text) {
        var texts = new EnumMap<Language, T>(Language.class);
        for (var language : Language.values()) {
            texts.put(language, text);
        }
        return texts;
    }
}
