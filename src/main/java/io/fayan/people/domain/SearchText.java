package io.fayan.people.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Text folded for finding: compatibility forms unified, lower case. */
public final class SearchText {

    private SearchText() {}

    public static String of(String... parts) {
        return fold(String.join(" ", parts));
    }

    /** What was typed, in words. */
    public static List<String> words(String typed) {
        return Stream.of(fold(typed).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
