package io.fayan.kernel;

/** A deadline falls into a year whose holidays nobody has entered yet. Shown to people, never guessed. */
public final class MissingCalendarYearException extends RuntimeException {

    private final int year;

    public MissingCalendarYearException(int year) {
        super("The working calendar of " + year + " is not entered");
        this.year = year;
    }

    public int year() {
        return year;
    }
}
