package io.fayan.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.policy.domain.VersionText.ClauseText;
import io.fayan.policy.domain.VersionText.Wording;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionTextTest {

    @Test
    void the_hash_changes_with_any_word_in_any_language() {
        assertThat(version(clause("1.1", "be kind")).hash())
                .isEqualTo(version(clause("1.1", "be kind")).hash())
                .isNotEqualTo(version(clause("1.1", "be kinder")).hash())
                .isNotEqualTo(version(clause("1.2", "be kind")).hash());
    }

    @Test
    void the_hash_changes_when_a_clause_goes_or_two_change_places() {
        var one = clause("1.1", "one");
        var two = clause("1.2", "two");

        assertThat(version(one, two).hash())
                .isNotEqualTo(version(two, one).hash())
                .isNotEqualTo(version(one).hash());
    }

    @Test
    void a_clause_that_is_missing_in_a_language_is_no_clause() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClauseText("1.1", false, Map.of(Language.EN, new Wording("t", "x"))));
    }

    @Test
    void no_clause_stands_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> version(clause("1.1", "a"), clause("1.1", "b")))
                .withMessageContaining("1.1");
    }

    private static VersionText version(ClauseText... clauses) {
        return new VersionText("2026", Instant.EPOCH, all("Policy"), List.of(clauses));
    }

    private static ClauseText clause(String id, String english) {
        var wordings = all(new Wording("标题", "内容"));
        wordings.put(Language.EN, new Wording("Title", english));
        return new ClauseText(id, false, wordings);
    }

    private static <T> Map<Language, T> all(T text) {
        var texts = new EnumMap<Language, T>(Language.class);
        for (var language : Language.values()) {
            texts.put(language, text);
        }
        return texts;
    }
}
