package io.fayan.policy.domain;

import io.fayan.kernel.Sha256;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The whole text of one version in every language. */
public record VersionText(String tag, Instant inForceFrom, Map<Language, String> titles, List<ClauseText> clauses) {

    public VersionText {
        titles = complete(titles);
        clauses = List.copyOf(clauses);
        var seen = new HashSet<String>();
        for (var clause : clauses) {
            if (!seen.add(clause.id())) {
                throw new IllegalArgumentException("Policy version " + tag + " has clause " + clause.id() + " twice");
            }
        }
    }

    public Optional<ClauseText> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    /** What a person is shown and signs: every clause in every language, in order. */
    public Sha256 hash() {
        var canonical = new StringBuilder();
        titles.forEach((language, title) ->
                canonical.append(language.tag()).append('\t').append(title).append('\n'));
        for (var clause : clauses) {
            canonical.append(clause.id()).append('\t').append(clause.hash()).append('\n');
        }
        return Sha256.of(canonical.toString());
    }

    /** @param heading groups the clauses below it and says nothing itself */
    public record ClauseText(String id, boolean heading, Map<Language, Wording> wordings) {
        public ClauseText {
            wordings = complete(wordings);
        }

        public Sha256 hash() {
            var canonical = new StringBuilder();
            wordings.forEach((language, wording) -> canonical
                    .append(language.tag())
                    .append('\t')
                    .append(wording.title())
                    .append('\t')
                    .append(wording.text())
                    .append('\n'));
            return Sha256.of(canonical.toString());
        }
    }

    public record Wording(String title, String text) {
        public Wording {
            Objects.requireNonNull(title);
            Objects.requireNonNull(text);
        }
    }

    private static <T> Map<Language, T> complete(Map<Language, T> texts) {
        if (texts.size() != Language.values().length) {
            throw new IllegalArgumentException("The policy is written in zh-CN, zh-TW and en, each time in all three");
        }
        return Collections.unmodifiableMap(new EnumMap<>(texts));
    }
}
