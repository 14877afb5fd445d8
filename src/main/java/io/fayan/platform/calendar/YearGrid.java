package io.fayan.platform.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A year as people hang it on the wall: twelve months, weeks from Monday to Sunday. */
record YearGrid(List<String> weekdays, List<MonthGrid> months) {

    record MonthGrid(String name, List<List<@Nullable Cell>> weeks) {}

    /** @param kind {@code work}, {@code weekend}, {@code off} (a weekday that is off) or {@code makeup} (a weekend day that works) */
    record Cell(LocalDate day, String kind) {}

    static YearGrid of(int year, Map<LocalDate, Boolean> exceptions, Locale language) {
        return new YearGrid(
                Stream.of(java.time.DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.NARROW_STANDALONE, language))
                        .toList(),
                Stream.of(Month.values())
                        .map(month -> month(YearMonth.of(year, month), exceptions, language))
                        .toList());
    }

    private static MonthGrid month(YearMonth month, Map<LocalDate, Boolean> exceptions, Locale language) {
        var weeks = new ArrayList<List<@Nullable Cell>>();
        var week = new ArrayList<@Nullable Cell>();
        for (var before = 1; before < month.atDay(1).getDayOfWeek().getValue(); before++) {
            week.add(null);
        }
        for (var number = 1; number <= month.lengthOfMonth(); number++) {
            var day = month.atDay(number);
            week.add(new Cell(day, kind(day, exceptions)));
            if (week.size() == 7) {
                weeks.add(week);
                week = new ArrayList<>();
            }
        }
        if (!week.isEmpty()) {
            while (week.size() < 7) {
                week.add(null);
            }
            weeks.add(week);
        }
        return new MonthGrid(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language), weeks);
    }

    private static String kind(LocalDate day, Map<LocalDate, Boolean> exceptions) {
        var weekday = RecordedWorkingDays.isWeekday(day);
        var works = exceptions.getOrDefault(day, weekday);
        if (weekday) {
            return works ? "work" : "off";
        }
        return works ? "makeup" : "weekend";
    }
}
