package io.fayan.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number people quote for a matter, for example {@code SR-2026-000001}; also the engine's business key. */
public record BusinessNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{6}");

    public BusinessNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A business number looks like SR-2026-000001");
        }
    }

    public static BusinessNumber of(String prefix, int year, long sequence) {
        return new BusinessNumber("%s-%04d-%06d".formatted(prefix, year, sequence));
    }

    /** Reads what somebody typed or linked; empty when it is no business number. */
    public static Optional<BusinessNumber> parse(String text) {
        var candidate = text.strip().toUpperCase(java.util.Locale.ROOT);
        return SHAPE.matcher(candidate).matches() ? Optional.of(new BusinessNumber(candidate)) : Optional.empty();
    }

    /** The two letters that name the kind of matter. */
    public String prefix() {
        return value.substring(0, 2);
    }

    @Override
    public String toString() {
        return value;
    }
}
