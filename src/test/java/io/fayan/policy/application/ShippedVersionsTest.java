package io.fayan.policy.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fayan.policy.domain.Language;
import io.fayan.policy.domain.VersionText;
import io.fayan.policy.domain.VersionText.ClauseText;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

public class ShippedVersionsTest {

    /** For tests that need the texts without an application around them. */
    public static List<VersionText> shipped() {
        return new ShippedVersions(new ObjectMapper()).read();
    }

    @Test
    void the_version_2026_begins_with_the_year_in_shanghai() {
        var version = shipped().get(0);

        assertThat(version.tag()).isEqualTo("2026");
        assertThat(version.inForceFrom()).isEqualTo(Instant.parse("2025-12-31T16:00:00Z"));
    }

    @Test
    void every_rule_of_the_policy_has_a_clause() {
        assertThat(shipped().get(0).clauses().stream()
                        .filter(clause -> !clause.heading())
                        .map(ClauseText::id))
                .containsExactly(
                        "1.1", "1.2", "2.1", "2.2", "2.3", "3.1.a", "3.1.b", "3.1.c", "3.1.d", "3.1.e", "3.2.a",
                        "3.2.b", "3.2.c", "3.2.d", "3.2.e", "4.1.a", "4.1.b", "4.1.c", "4.2", "4.3", "5.1.1", "5.1.2",
                        "5.1.3", "5.1.4", "5.1.5", "5.1.6", "5.2.1", "5.2.2", "5.2.3", "6.1", "6.2.a", "6.2.b", "6.2.c",
                        "7.1", "7.2", "8.1", "8.2");
    }

    @Test
    void every_clause_stands_below_its_heading() {
        for (var version : shipped()) {
            var ids = version.clauses().stream().map(ClauseText::id).collect(Collectors.toList());
            assertThat(ids).allSatisfy(id -> {
                var parent = id.substring(0, Math.max(id.lastIndexOf('.'), 0));
                if (!parent.isEmpty()) {
                    assertThat(ids.indexOf(parent)).isBetween(0, ids.indexOf(id));
                }
            });
        }
    }

    @Test
    void a_clause_says_something_in_every_language_and_a_heading_only_has_a_title() {
        for (var version : shipped()) {
            assertThat(version.clauses()).allSatisfy(clause -> {
                for (var language : Language.values()) {
                    var wording = clause.wordings().get(language);
                    assertThat(wording.title()).isNotBlank().hasSizeLessThanOrEqualTo(200);
                    assertThat(wording.text()).hasSizeLessThanOrEqualTo(2000);
                    assertThat(wording.text().isBlank()).isEqualTo(clause.heading());
                }
            });
        }
    }
}
