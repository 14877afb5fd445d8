package io.fayan.platform.calendar;

import io.fayan.kernel.WorkCalendar;
import io.fayan.kernel.WorkingTime;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The company's calendar of working days, kept in rows. */
public interface WorkingDays extends WorkCalendar {

    /** Arithmetic over this calendar. */
    WorkingTime time();

    /** Years that somebody entered, or that this version brought. */
    Set<Integer> years();

    /**
     * Enters or replaces one year.
     *
     * <p>Counts from the transaction's commit on; on other nodes within ten seconds. Due dates already set stay.
     *
     * @param exceptions days that differ from Monday to Friday: true works (a make-up day), false is off (a holiday)
     * @param source where the figures come from, shown beside the calendar
     * @throws IllegalArgumentException when a day is not of that year
     */
    void enter(int year, Map<LocalDate, Boolean> exceptions, String source);
}
