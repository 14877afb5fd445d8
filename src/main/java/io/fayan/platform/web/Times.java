package io.fayan.platform.web;

import io.fayan.kernel.MissingCalendarYearException;
import io.fayan.platform.calendar.WorkingDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Moments as people read them, in the company's zone and the language of the request; templates find it as {@code times}. */
@Component
public class Times {

    private final WorkingDays calendar;
    private final Clock clock;
    private final Texts texts;

    Times(WorkingDays calendar, Clock clock, Texts texts) {
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    /** @param state {@code overdue}, {@code soon} (within a day) or {@code later} */
    public record Due(String absolute, String relative, String state, String iso) {}

    /** Day and time, with the year when it is not this one. */
    public String dateTime(Instant moment) {
        return dateTime(moment, LocaleContextHolder.getLocale());
    }

    public String dateTime(Instant moment, Locale language) {
        var then = moment.atZone(calendar.zone());
        var pattern = isThisYear(then.toLocalDate()) ? "portal.time.dateTime" : "portal.time.dateTimeYear";
        return format(then, pattern, language);
    }

    public String date(Instant moment) {
        return date(moment.atZone(calendar.zone()).toLocalDate());
    }

    public String date(LocalDate day) {
        return date(day, LocaleContextHolder.getLocale());
    }

    public String date(LocalDate day, Locale language) {
        return format(day, isThisYear(day) ? "portal.time.date" : "portal.time.dateYear", language);
    }

    /** The day it is at the company. */
    public LocalDate today() {
        return clock.instant().atZone(calendar.zone()).toLocalDate();
    }

    /** The day as a number of digits, for seals and tables. */
    public String isoDate(Instant moment) {
        return moment.atZone(calendar.zone()).toLocalDate().toString();
    }

    public Due due(Instant moment) {
        var now = clock.instant();
        var left = Duration.between(now, moment);
        if (left.isNegative()) {
            return new Due(dateTime(moment), overdue(left.negated()), "overdue", moment.toString());
        }
        var state = left.compareTo(Duration.ofDays(1)) <= 0 ? "soon" : "later";
        return new Due(dateTime(moment), remaining(now, moment, left), state, moment.toString());
    }

    private String overdue(Duration by) {
        if (by.toHours() < 1) {
            return texts.say("portal.due.overdue.minutes", Math.max(1, by.toMinutes()));
        }
        return by.toDays() < 1
                ? texts.say("portal.due.overdue.hours", by.toHours())
                : texts.say("portal.due.overdue.days", by.toDays());
    }

    private String remaining(Instant now, Instant moment, Duration left) {
        if (left.toHours() < 1) {
            return texts.say("portal.due.minutes", Math.max(1, left.toMinutes()));
        }
        if (left.toDays() < 1) {
            return texts.say("portal.due.hours", left.toHours());
        }
        var from = now.atZone(calendar.zone()).toLocalDate();
        var until = moment.atZone(calendar.zone()).toLocalDate();
        try {
            var days = from.plusDays(1)
                    .datesUntil(until.plusDays(1))
                    .filter(calendar::isWorkingDay)
                    .count();
            return texts.say("portal.due.workingDays", days);
        } catch (MissingCalendarYearException e) {
            return texts.say("portal.due.days", ChronoUnit.DAYS.between(from, until));
        }
    }

    private boolean isThisYear(LocalDate day) {
        return day.getYear() == today().getYear();
    }

    private String format(TemporalAccessor moment, String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(texts.in(language, pattern), language)
                .format(moment);
    }
}
