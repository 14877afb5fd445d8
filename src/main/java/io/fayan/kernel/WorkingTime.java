package io.fayan.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Arithmetic over working time. "N working days" ends with the N-th working day after the event; days are calendar days. */
public final class WorkingTime {

    private final WorkCalendar calendar;

    public WorkingTime(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** The moment at which the allowance is used up. */
    public Instant after(Instant event, Allowance allowance) {
        var local = event.atZone(calendar.zone());
        return switch (allowance.unit()) {
            case WORKING_HOURS -> afterWorking(event, Duration.ofHours(allowance.amount()));
            case WORKING_DAYS -> endOfWorkingDay(local.toLocalDate(), allowance.amount());
            case DAYS -> local.plusDays(allowance.amount()).toInstant();
            case MONTHS -> local.plusMonths(allowance.amount()).toInstant();
        };
    }

    /** The moment at which that much working time has passed; the event itself when the duration is zero or negative. */
    public Instant afterWorking(Instant event, Duration working) {
        var left = working;
        var day = event.atZone(calendar.zone()).toLocalDate();
        var from = event;
        while (left.compareTo(Duration.ZERO) > 0) {
            if (calendar.isWorkingDay(day)) {
                for (var shift : calendar.shifts()) {
                    var begin = later(from, at(day, shift.from()));
                    var end = at(day, shift.until());
                    if (begin.isBefore(end)) {
                        var available = Duration.between(begin, end);
                        if (left.compareTo(available) <= 0) {
                            return begin.plus(left);
                        }
                        left = left.minus(available);
                    }
                }
            }
            day = day.plusDays(1);
            from = day.atStartOfDay(calendar.zone()).toInstant();
        }
        return event;
    }

    /** Working time from the one moment to the other; zero when the second is not later. */
    public Duration between(Instant from, Instant until) {
        var sum = Duration.ZERO;
        if (!from.isBefore(until)) {
            return sum;
        }
        var last = until.atZone(calendar.zone()).toLocalDate();
        for (var day = from.atZone(calendar.zone()).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                for (var shift : calendar.shifts()) {
                    var begin = later(from, at(day, shift.from()));
                    var end = earlier(until, at(day, shift.until()));
                    if (begin.isBefore(end)) {
                        sum = sum.plus(Duration.between(begin, end));
                    }
                }
            }
        }
        return sum;
    }

    private Instant endOfWorkingDay(LocalDate event, int days) {
        var day = event;
        for (var passed = 0; passed < days; ) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day)) {
                passed++;
            }
        }
        var shifts = calendar.shifts();
        return at(day, shifts.get(shifts.size() - 1).until());
    }

    private Instant at(LocalDate day, java.time.LocalTime time) {
        return ZonedDateTime.of(day, time, calendar.zone()).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
