package io.fayan.speaking.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters as they stand in an address: what cannot be read filters nothing. */
final class Filters {

    private static final int LONGEST = 100;

    private Filters() {}

    static <E extends Enum<E>> @Nullable E one(Class<E> type, String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    static Optional<LocalDate> day(String typed) {
        try {
            // Before 1900 and after 2999 databases disagree about days.
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() >= 1900 && day.getYear() < 3000);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String words(String typed) {
        var stripped = typed.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }
}
