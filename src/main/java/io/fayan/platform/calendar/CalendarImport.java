package io.fayan.platform.calendar;

import io.fayan.kernel.PersonId;
import io.fayan.platform.csv.CsvProblem;
import io.fayan.platform.csv.CsvTable;
import io.fayan.platform.frontdoor.Refusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A year's holidays and make-up days from a table with the columns {@code day} and {@code working}. All or nothing. */
@Component
class CalendarImport {

    static final List<String> COLUMNS = List.of("day", "working");

    private static final Set<String> YES = Set.of("yes", "true", "1", "是", "班", "上班");
    private static final Set<String> NO = Set.of("no", "false", "0", "否", "休", "放假");
    /** As notices write days, and as spreadsheets do. */
    private static final DateTimeFormatter WITH_SLASHES = DateTimeFormatter.ofPattern("uuuu/M/d");

    private static final String TABLE = "calendar";
    private static final int LONGEST_SOURCE = 200;

    private final RecordedWorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarImport(RecordedWorkingDays workingDays, ApplicationEventPublisher events, Clock clock) {
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param written false after a dry run and whenever there is a problem
     * @param exceptions what was read, without days that follow the week anyway
     */
    record Report(int year, List<CsvProblem> problems, SortedMap<LocalDate, Boolean> exceptions, boolean written) {

        public long daysOff() {
            return exceptions.values().stream().filter(works -> !works).count();
        }

        public long makeUpDays() {
            return exceptions.size() - daysOff();
        }
    }

    @Transactional
    public Report read(int year, byte[] csv, String source, boolean dryRun, PersonId by) {
        var table = CsvTable.read(TABLE, csv, COLUMNS);
        var days = new TreeMap<LocalDate, Boolean>();
        for (var row : table.rows()) {
            var day = day(row, year);
            var works = works(row);
            if (day.isPresent() && works.isPresent() && days.put(day.get(), works.get()) != null) {
                row.refuse("day", "calendar.csv.repeated");
            }
        }
        var problems = new ArrayList<>(table.problems());
        if (problems.isEmpty() && days.isEmpty()) {
            problems.add(whole("calendar.csv.noDays"));
        }
        if (source.isBlank()) {
            problems.add(whole("calendar.csv.noSource"));
        } else if (source.length() > LONGEST_SOURCE) {
            problems.add(whole("calendar.csv.longSource", LONGEST_SOURCE));
        }
        days.entrySet().removeIf(day -> day.getValue() == RecordedWorkingDays.isWeekday(day.getKey()));
        var write = problems.isEmpty() && !dryRun;
        var report = new Report(year, List.copyOf(problems), days, write);
        if (write) {
            workingDays.enter(year, days, source.strip());
            events.publishEvent(new CalendarYearEntered(
                    year, (int) report.daysOff(), (int) report.makeUpDays(), by, clock.instant()));
        }
        return report;
    }

    /** The year's exceptions as a table that can be read again. */
    static String written(Map<LocalDate, Boolean> exceptions) {
        return exceptions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(day -> day.getKey() + "," + (day.getValue() ? "yes" : "no") + "\r\n")
                .collect(Collectors.joining("", String.join(",", COLUMNS) + "\r\n", ""));
    }

    private static Optional<LocalDate> day(CsvTable.Row row, int year) {
        var cell = row.required("day", 10);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        try {
            var day = cell.contains("/") ? LocalDate.parse(cell, WITH_SLASHES) : LocalDate.parse(cell);
            if (day.getYear() != year) {
                row.refuse("day", "calendar.csv.otherYear", String.valueOf(year));
                return Optional.empty();
            }
            return Optional.of(day);
        } catch (DateTimeException e) {
            row.refuse("day", "calendar.csv.day");
            return Optional.empty();
        }
    }

    private static Optional<Boolean> works(CsvTable.Row row) {
        var cell = row.required("working", 10).toLowerCase(Locale.ROOT);
        if (YES.contains(cell) || NO.contains(cell)) {
            return Optional.of(YES.contains(cell));
        }
        if (!cell.isEmpty()) {
            row.refuse("working", "calendar.csv.working");
        }
        return Optional.empty();
    }

    private static CsvProblem whole(String message, Object... arguments) {
        return new CsvProblem(TABLE, 0, null, Refusal.because(message, arguments));
    }
}
