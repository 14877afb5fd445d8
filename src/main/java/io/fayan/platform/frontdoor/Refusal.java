package io.fayan.platform.frontdoor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, to be said in the person's language.
 *
 * @param field the field it is about; null when it is about the whole
 * @param message key in the message bundles
 * @param arguments for the message; strings, numbers, dates
 */
public record Refusal(@Nullable String field, String message, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal at(String field, String message, Object... arguments) {
        return new Refusal(field, message, List.of(arguments));
    }

    public static Refusal because(String message, Object... arguments) {
        return new Refusal(null, message, List.of(arguments));
    }
}
