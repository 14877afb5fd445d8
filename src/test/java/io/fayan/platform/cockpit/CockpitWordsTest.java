package io.fayan.platform.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class CockpitWordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHIPPED = "META-INF/resources/webjars/camunda/app/cockpit/locales/en.json";
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    @Test
    void both_languages_say_the_same_keys() throws IOException {
        assertThat(keys(read("camunda/cockpit.zh-CN.json"))).isEqualTo(keys(read("camunda/cockpit.zh-TW.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-TW"})
    void every_key_is_cockpits_and_its_places_are_kept(String language) throws IOException {
        var shipped = read(SHIPPED).get("labels");
        read("camunda/cockpit." + language + ".json").properties().forEach(word -> {
            assertThat(shipped.has(word.getKey())).as(word.getKey()).isTrue();
            assertThat(places(shipped.get(word.getKey()).textValue()))
                    .as(word.getKey())
                    .containsAll(places(word.getValue().textValue()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-TW"})
    void what_is_not_said_in_chinese_is_there_in_english(String language) throws IOException {
        var words = new CockpitWords(JSON).in(language).orElseThrow();
        assertThat(keys(words.get("labels"))).isEqualTo(keys(read(SHIPPED).get("labels")));
        assertThat(words.get("labels").get("COCKPIT_PROCESSES").textValue()).isEqualTo("流程");
        assertThat(words.get("dateLocales").get("months").get(0).textValue()).isEqualTo("一月");
    }

    private static JsonNode read(String resource) throws IOException {
        return JSON.readTree(new ClassPathResource(resource).getInputStream());
    }

    private static Set<String> keys(JsonNode words) {
        var keys = new TreeSet<String>();
        words.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
