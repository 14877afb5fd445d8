package io.fayan.demo;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** People write round times into a form. */
class RoundTimes {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private RoundTimes() {}

    /** Nine o'clock of that day, or the full hour before; never later than meant, never before the filing. */
    static LocalDateTime beginning(LocalDateTime about, LocalDateTime filed) {
        var nine = about.toLocalDate().atTime(MORNING);
        var round = nine.isAfter(about) ? about.truncatedTo(ChronoUnit.HOURS) : nine;
        return round.isAfter(filed) ? round : about;
    }

    /** Six o'clock in the evening, or midnight; never earlier than meant. */
    static LocalDateTime end(LocalDateTime about) {
        var six = about.toLocalDate().atTime(EVENING);
        return six.isAfter(about) ? six : about.toLocalDate().plusDays(1).atStartOfDay();
    }
}
