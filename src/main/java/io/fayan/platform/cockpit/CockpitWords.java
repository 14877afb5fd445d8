package io.fayan.platform.cockpit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fayan.platform.web.Languages;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Cockpit in Chinese: our words for what operations sees, over Camunda's English for the parts that nobody may use. */
@Component
class CockpitWords {

    private static final String APPLICATIONS = "META-INF/resources/webjars/camunda/app/";

    private final Map<String, JsonNode> languages = new HashMap<>();

    CockpitWords(ObjectMapper json) throws IOException {
        for (var language : List.of(Languages.SIMPLIFIED_CHINESE, Languages.TRADITIONAL_CHINESE)) {
            var tag = language.toLanguageTag();
            var words = (ObjectNode) read(json, APPLICATIONS + "cockpit/locales/en.json");
            words.withObject("/labels").setAll((ObjectNode) read(json, "camunda/cockpit." + tag + ".json"));
            words.set(
                    "dateLocales",
                    read(json, APPLICATIONS + "tasklist/locales/" + tag + ".json")
                            .get("dateLocales"));
            languages.put(tag, words);
        }
    }

    Optional<JsonNode> in(String language) {
        return Optional.ofNullable(languages.get(language));
    }

    private static JsonNode read(ObjectMapper json, String resource) throws IOException {
        try (var content = new ClassPathResource(resource).getInputStream()) {
            return json.readTree(content);
        }
    }
}
