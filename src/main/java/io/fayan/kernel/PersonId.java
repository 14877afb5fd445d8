package io.fayan.kernel;

import java.util.regex.Pattern;

/**
 * Personnel number of a person, for example {@code F0012}. Also the person's id in the engine; opaque, so it may stand in
 * URLs, logs and events where a name may not.
 */
public record PersonId(String value) implements Comparable<PersonId> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");

    /** Acts where no person does: timers, sweeps, imports started by the product itself. */
    public static final PersonId SYSTEM = new PersonId("system");

    public PersonId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A personnel number has 1 to 32 letters, digits and hyphens");
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
