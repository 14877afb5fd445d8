package io.fayan.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void keys_are_sorted_and_nothing_is_between_the_tokens() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("risk", "LOW");
        facts.put("Version", "2");
        facts.put("audience", "PUBLIC");

        assertThat(CanonicalJson.of(facts)).isEqualTo("{\"Version\":\"2\",\"audience\":\"PUBLIC\",\"risk\":\"LOW\"}");
    }

    @Test
    void the_order_of_the_facts_does_not_matter() {
        var forwards = new LinkedHashMap<String, String>();
        var backwards = new LinkedHashMap<String, String>();
        for (var i = 0; i < 20; i++) {
            forwards.put("key" + i, "v");
            backwards.put("key" + (19 - i), "v");
        }

        assertThat(CanonicalJson.of(forwards)).isEqualTo(CanonicalJson.of(backwards));
    }

    @Test
    void text_is_escaped_only_where_json_demands_it() {
        assertThat(CanonicalJson.of(Map.of("发言", "\"\\/\b\t\n\f\r\u0001\u001f é 😀 \u2028")))
                .isEqualTo("{\"发言\":\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f é 😀 \u2028\"}");
    }

    @Test
    void an_instant_has_three_decimals_and_is_in_utc() {
        var on = CanonicalJson.object().with("at", Instant.parse("2026-11-22T08:15:00Z"));
        var within = CanonicalJson.object().with("at", Instant.parse("2026-11-22T08:15:00.120Z"));

        assertThat(on).hasToString("{\"at\":\"2026-11-22T08:15:00.000Z\"}");
        assertThat(within).hasToString("{\"at\":\"2026-11-22T08:15:00.120Z\"}");
    }

    @Test
    void no_facts_are_an_empty_object() {
        assertThat(CanonicalJson.of(Map.of())).isEqualTo("{}");
    }
}
