package io.fayan.policy.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fayan.policy.domain.Language;
import io.fayan.policy.domain.VersionText;
import io.fayan.policy.domain.VersionText.ClauseText;
import io.fayan.policy.domain.VersionText.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The versions that come with the product: {@code policy/<version>/clauses.json} and {@code version.json}. */
@Component
class ShippedVersions {

    private final ObjectMapper json;

    ShippedVersions(ObjectMapper json) {
        this.json = json;
    }

    /** Oldest first. */
    List<VersionText> read() {
        var versions = new ArrayList<VersionText>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:policy/*/clauses.json")) {
                var clauses = json.readValue(file.getContentAsByteArray(), ClausesFile.class);
                var facts =
                        json.readValue(file.createRelative("version.json").getContentAsByteArray(), VersionFile.class);
                versions.add(new VersionText(
                        clauses.version(),
                        OffsetDateTime.parse(facts.inForceFrom()).toInstant(),
                        byLanguage(clauses.title(), Function.identity()),
                        clauses.clauses().stream().map(ClauseEntry::text).toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        versions.sort(Comparator.comparing(VersionText::inForceFrom).thenComparing(VersionText::tag));
        return versions;
    }

    private static <T, R> Map<Language, R> byLanguage(Map<String, T> texts, Function<T, R> reading) {
        var read = new EnumMap<Language, R>(Language.class);
        texts.forEach((tag, text) -> read.put(Language.ofTag(tag), reading.apply(text)));
        return read;
    }

    private record ClausesFile(String version, Map<String, String> title, List<ClauseEntry> clauses) {}

    private record ClauseEntry(String id, boolean heading, Map<String, WordingEntry> texts) {
        ClauseText text() {
            return new ClauseText(id, heading, byLanguage(texts, entry -> new Wording(entry.title(), entry.text())));
        }
    }

    private record WordingEntry(String title, String text) {}

    /** @param inForceFrom with its offset, so that the beginning does not depend on where the server stands */
    private record VersionFile(String inForceFrom) {}
}
