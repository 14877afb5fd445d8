package io.fayan.kernel;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Which days and hours count as working time, holidays and make-up days included. */
public interface WorkCalendar {

    ZoneId zone();

    /** The working hours of a day, in order and without overlap. */
    List<Shift> shifts();

    /** @throws MissingCalendarYearException when nobody has entered that year: a deadline is never guessed */
    boolean isWorkingDay(LocalDate day);

    record Shift(LocalTime from, LocalTime until) {
        public Shift {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("A shift begins before it ends");
            }
        }
    }
}
