package io.fayan.platform.web;

import io.fayan.kernel.WorkCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and times as people write them, in the company's zone and the reader's language. The year only where it is another. */
@Component
public class LocalTimes {

    private final WorkCalendar calendar;
    private final Clock clock;

    LocalTimes(WorkCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** For example {@code 11月24日（周二）17:00} or {@code Tue 24 Nov, 17:00}. */
    public String time(Instant instant) {
        return time(instant, LocaleContextHolder.getLocale());
    }

    public String time(Instant instant, Locale language) {
        var local = instant.atZone(calendar.zone());
        var thisYear = local.getYear() == today().getYear();
        var pattern = chinese(language)
                ? (thisYear ? "M月d日（EEE）HH:mm" : "yyyy年M月d日（EEE）HH:mm")
                : (thisYear ? "EEE d MMM, HH:mm" : "EEE d MMM yyyy, HH:mm");
        return DateTimeFormatter.ofPattern(pattern, language).format(local);
    }

    /** For example {@code 11月24日（周二）} or {@code Tue 24 Nov}. */
    public String day(LocalDate day) {
        return day(day, LocaleContextHolder.getLocale());
    }

    public String day(LocalDate day, Locale language) {
        var thisYear = day.getYear() == today().getYear();
        var pattern = chinese(language)
                ? (thisYear ? "M月d日（EEE）" : "yyyy年M月d日（EEE）")
                : (thisYear ? "EEE d MMM" : "EEE d MMM yyyy");
        return DateTimeFormatter.ofPattern(pattern, language).format(day);
    }

    public LocalDate today() {
        return clock.instant().atZone(calendar.zone()).toLocalDate();
    }

    private static boolean chinese(Locale language) {
        return Locale.CHINESE.getLanguage().equals(language.getLanguage());
    }
}
