package io.fayan.support;

import io.fayan.kernel.MissingCalendarYearException;
import io.fayan.kernel.WorkingTime;
import io.fayan.platform.calendar.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calendar of a company in Shanghai without holidays, 2026 entered: 9:00 to 12:00 and 13:30 to 18:00. */
public final class WeekdaysInShanghai implements WorkingDays {

    private final Set<Integer> entered = new HashSet<>(Set.of(2026));

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public List<Shift> shifts() {
        return List.of(
                new Shift(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new Shift(LocalTime.of(13, 30), LocalTime.of(18, 0)));
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        if (!entered.contains(day.getYear())) {
            throw new MissingCalendarYearException(day.getYear());
        }
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    @Override
    public WorkingTime time() {
        return new WorkingTime(this);
    }

    @Override
    public Set<Integer> years() {
        return Set.copyOf(entered);
    }

    @Override
    public void enter(int year, Map<LocalDate, Boolean> exceptions, String source) {
        if (!exceptions.isEmpty()) {
            throw new UnsupportedOperationException("These weekdays have no holidays");
        }
        entered.add(year);
    }
}
