package io.fayan.platform.calendar;

import io.fayan.kernel.MissingCalendarYearException;
import io.fayan.kernel.WorkingTime;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The calendar as entered. All years are kept in memory (some thirty rows each) and read anew after ten seconds, so a year
 * entered on one node counts on the others that soon; on its own node it counts from its commit on.
 */
@Component
class RecordedWorkingDays implements WorkingDays {

    private static final long KEPT_NANOS = 10_000_000_000L;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final ZoneId zone;
    private final List<Shift> shifts;
    private volatile @Nullable Snapshot snapshot;

    RecordedWorkingDays(JdbcClient jdbc, JdbcTemplate batches, Clock clock, CalendarProperties properties) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.zone = properties.zone();
        this.shifts = properties.shifts();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public List<Shift> shifts() {
        return shifts;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        var year = current().years().get(day.getYear());
        if (year == null) {
            throw new MissingCalendarYearException(day.getYear());
        }
        return year.exceptions().getOrDefault(day, isWeekday(day));
    }

    @Override
    public WorkingTime time() {
        return new WorkingTime(this);
    }

    @Override
    public Set<Integer> years() {
        return Set.copyOf(current().years().keySet());
    }

    @Override
    @Transactional
    public void enter(int year, Map<LocalDate, Boolean> exceptions, String source) {
        exceptions.keySet().forEach(day -> requireWithin(year, day));
        var replaced = jdbc.sql("update calendar_year set source = ?, entered_at = ? where year_of = ?")
                .params(source, Timestamp.from(clock.instant()), year)
                .update();
        if (replaced == 0) {
            jdbc.sql("insert into calendar_year (year_of, source, entered_at) values (?, ?, ?)")
                    .params(year, source, Timestamp.from(clock.instant()))
                    .update();
        }
        jdbc.sql("delete from calendar_exception where day_of between ? and ?")
                .params(Date.valueOf(LocalDate.of(year, 1, 1)), Date.valueOf(LocalDate.of(year, 12, 31)))
                .update();
        var rows = exceptions.entrySet().stream()
                .filter(day -> day.getValue() != isWeekday(day.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(day -> new Object[] {Date.valueOf(day.getKey()), day.getValue()})
                .toList();
        batches.batchUpdate("insert into calendar_exception (day_of, working) values (?, ?)", rows);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                snapshot = null;
            }
        });
    }

    /** The year as entered; empty when nobody did. */
    Optional<Year> year(int year) {
        return Optional.ofNullable(current().years().get(year));
    }

    /** Monday to Friday: what an exception differs from. */
    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private static void requireWithin(int year, LocalDate day) {
        if (day.getYear() != year) {
            throw new IllegalArgumentException(day + " is not a day of " + year);
        }
    }

    private Snapshot current() {
        var kept = snapshot;
        if (kept == null || System.nanoTime() - kept.readAt() > KEPT_NANOS) {
            kept = read();
            snapshot = kept;
        }
        return kept;
    }

    private Snapshot read() {
        var readAt = System.nanoTime();
        var exceptions = new HashMap<Integer, SortedMap<LocalDate, Boolean>>();
        jdbc.sql("select day_of, working from calendar_exception")
                .query((row, n) -> {
                    var day = row.getObject("day_of", LocalDate.class);
                    exceptions
                            .computeIfAbsent(day.getYear(), y -> new TreeMap<>())
                            .put(day, row.getBoolean("working"));
                    return day;
                })
                .list();
        var years = new TreeMap<Integer, Year>();
        jdbc.sql("select year_of, source, entered_at from calendar_year")
                .query((row, n) -> {
                    var year = row.getInt("year_of");
                    return years.put(
                            year,
                            new Year(
                                    year,
                                    row.getString("source"),
                                    row.getTimestamp("entered_at").toInstant(),
                                    exceptions.getOrDefault(year, new TreeMap<>())));
                })
                .list();
        return new Snapshot(readAt, years);
    }

    /** @param exceptions days that differ from Monday to Friday: true works, false is off */
    record Year(int year, String source, Instant enteredAt, SortedMap<LocalDate, Boolean> exceptions) {}

    private record Snapshot(long readAt, SortedMap<Integer, Year> years) {}
}
