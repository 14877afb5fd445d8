package io.fayan.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person signs in with, folded: compatibility forms unified (NFKC), lower case, stripped. */
public record LoginName(String value) {

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+-]{0,63}");

    public LoginName {
        if (!value.equals(fold(value)) || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A login name is folded and has letters, digits and . _ @ + -");
        }
    }

    /** Reads what somebody typed; empty when no login name can look like that. */
    public static Optional<LoginName> parse(String typed) {
        var folded = fold(typed);
        return SHAPE.matcher(folded).matches() ? Optional.of(new LoginName(folded)) : Optional.empty();
    }

    private static String fold(String typed) {
        // Lower-casing may decompose again (capital dotted I), so the normal form is taken last as well.
        var lower = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC).strip();
    }

    @Override
    public String toString() {
        return value;
    }
}
