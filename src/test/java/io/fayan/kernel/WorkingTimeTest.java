package io.fayan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fayan.kernel.Allowance.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in these tests are Shanghai's; the holidays are those of 2026. */
class WorkingTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WorkingTime time = new WorkingTime(new Calendar2026());

    @ParameterizedTest(name = "{0} + {1} working minutes = {2}")
    @CsvSource({
        // within one shift
        "2026-03-04T09:00, 60, 2026-03-04T10:00",
        // to its very end, not to the start of the next
        "2026-03-04T09:00, 180, 2026-03-04T12:00",
        // over the lunch break
        "2026-03-04T09:00, 181, 2026-03-04T13:31",
        "2026-03-04T11:30, 60, 2026-03-04T14:00",
        // from within the break and from before the day's work
        "2026-03-04T12:40, 30, 2026-03-04T14:00",
        "2026-03-04T06:15, 30, 2026-03-04T09:30",
        // over a night: an evening counts nothing
        "2026-03-04T17:30, 120, 2026-03-05T10:30",
        "2026-03-04T18:00, 120, 2026-03-05T11:00",
        "2026-03-04T22:10, 120, 2026-03-05T11:00",
        // over a weekend
        "2026-03-06T17:00, 120, 2026-03-09T10:00",
        // a weekend day counts nothing, a make-up Saturday does
        "2026-03-07T10:00, 60, 2026-03-09T10:00",
        "2026-02-14T10:00, 60, 2026-02-14T11:00",
        // over the whole Spring Festival
        "2026-02-14T17:00, 120, 2026-02-24T10:00",
        // several days
        "2026-03-02T09:00, 900, 2026-03-03T18:00",
        "2026-03-02T09:00, 901, 2026-03-04T09:01",
        "2026-03-04T20:00, 0, 2026-03-04T20:00",
    })
    void working_time_passes_only_in_working_hours(LocalDateTime event, long minutes, LocalDateTime until) {
        assertThat(time.afterWorking(at(event), Duration.ofMinutes(minutes))).isEqualTo(at(until));
    }

    @ParameterizedTest(name = "{0} + {1} working days = {2}")
    @CsvSource({
        // the day of the event does not count, its hour does not matter
        "2026-03-04T00:00, 1, 2026-03-05T18:00",
        "2026-03-04T08:59, 1, 2026-03-05T18:00",
        "2026-03-04T23:59, 1, 2026-03-05T18:00",
        "2026-03-06T10:00, 1, 2026-03-09T18:00",
        "2026-03-07T10:00, 1, 2026-03-09T18:00",
        "2026-03-04T10:00, 5, 2026-03-11T18:00",
        // the make-up Saturday is a working day, the festival has none
        "2026-02-13T10:00, 1, 2026-02-14T18:00",
        "2026-02-13T10:00, 2, 2026-02-24T18:00",
        "2026-02-14T10:00, 5, 2026-02-28T18:00",
        // zero days: the end of the same day
        "2026-03-04T10:00, 0, 2026-03-04T18:00",
    })
    void working_days_end_with_the_last_of_them(LocalDateTime event, int days, LocalDateTime until) {
        assertThat(time.after(at(event), new Allowance(days, Unit.WORKING_DAYS)))
                .isEqualTo(at(until));
    }

    @Test
    void a_working_day_is_shanghais_even_when_it_is_still_yesterday_in_utc() {
        var quarterPastMidnight = Instant.parse("2026-03-04T16:15:00Z");
        assertThat(time.after(quarterPastMidnight, new Allowance(1, Unit.WORKING_DAYS)))
                .isEqualTo(at(LocalDateTime.parse("2026-03-06T18:00")));
    }

    @Test
    void working_hours_days_and_months_are_counted_as_the_policy_names_them() {
        var event = at(LocalDateTime.parse("2026-01-31T16:20"));
        assertThat(time.after(event, new Allowance(7, Unit.DAYS)))
                .isEqualTo(at(LocalDateTime.parse("2026-02-07T16:20")));
        assertThat(time.after(event, new Allowance(1, Unit.MONTHS)))
                .as("the month's last day when it is shorter")
                .isEqualTo(at(LocalDateTime.parse("2026-02-28T16:20")));
        assertThat(time.after(event, new Allowance(3, Unit.MONTHS)))
                .isEqualTo(at(LocalDateTime.parse("2026-04-30T16:20")));
        assertThat(time.after(at(LocalDateTime.parse("2026-03-06T17:00")), new Allowance(2, Unit.WORKING_HOURS)))
                .isEqualTo(at(LocalDateTime.parse("2026-03-09T10:00")));
    }

    @ParameterizedTest(name = "{0} to {1}: {2} minutes")
    @CsvSource({
        "2026-03-04T09:00, 2026-03-04T18:00, 450",
        "2026-03-04T12:00, 2026-03-04T13:30, 0",
        "2026-03-04T11:59, 2026-03-04T13:31, 2",
        "2026-03-06T17:00, 2026-03-09T10:00, 120",
        "2026-02-14T09:00, 2026-02-24T09:00, 450",
        "2026-03-04T18:00, 2026-03-05T09:00, 0",
        "2026-03-04T10:00, 2026-03-04T10:00, 0",
        "2026-03-05T10:00, 2026-03-04T10:00, 0",
    })
    void between_counts_only_working_hours(LocalDateTime from, LocalDateTime until, long minutes) {
        assertThat(time.between(at(from), at(until))).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void what_passes_after_an_event_is_what_lies_between() {
        var random = new Random(5_18_17);
        var begin = at(LocalDateTime.parse("2026-01-01T00:00"));
        for (var i = 0; i < 500; i++) {
            var event = begin.plusSeconds(random.nextInt(300 * 24 * 3600));
            var working = Duration.ofSeconds(1 + random.nextInt(80 * 3600));
            var until = time.afterWorking(event, working);
            assertThat(time.between(event, until)).as("%s + %s", event, working).isEqualTo(working);
            assertThat(time.between(event, until.minusSeconds(1)))
                    .as("%s + %s is the earliest such moment", event, working)
                    .isLessThan(working);
        }
    }

    @Test
    void a_deadline_in_a_year_that_nobody_entered_is_refused_not_guessed() {
        var event = at(LocalDateTime.parse("2026-12-31T17:30"));
        assertThatThrownBy(() -> time.after(event, new Allowance(1, Unit.WORKING_DAYS)))
                .isInstanceOfSatisfying(MissingCalendarYearException.class, e -> assertThat(e.year())
                        .isEqualTo(2027));
        assertThatThrownBy(() -> time.after(event, new Allowance(2, Unit.WORKING_HOURS)))
                .isInstanceOf(MissingCalendarYearException.class);
        assertThatThrownBy(() -> time.between(event, event.plus(Duration.ofDays(2))))
                .isInstanceOf(MissingCalendarYearException.class);
        assertThat(time.after(event, new Allowance(90, Unit.DAYS))).isAfter(event);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }

    private record Calendar2026() implements WorkCalendar {

        private static final Set<LocalDate> MAKE_UP = Set.of(
                LocalDate.of(2026, 1, 4),
                LocalDate.of(2026, 2, 14),
                LocalDate.of(2026, 2, 28),
                LocalDate.of(2026, 5, 9),
                LocalDate.of(2026, 9, 20),
                LocalDate.of(2026, 10, 10));

        @Override
        public ZoneId zone() {
            return SHANGHAI;
        }

        @Override
        public List<Shift> shifts() {
            return List.of(
                    new Shift(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                    new Shift(LocalTime.of(13, 30), LocalTime.of(18, 0)));
        }

        @Override
        public boolean isWorkingDay(LocalDate day) {
            if (day.getYear() != 2026) {
                throw new MissingCalendarYearException(day.getYear());
            }
            return MAKE_UP.contains(day)
                    || (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                            && !within(day, 1, 1, 1, 3)
                            && !within(day, 2, 15, 2, 23)
                            && !within(day, 4, 4, 4, 6)
                            && !within(day, 5, 1, 5, 5)
                            && !within(day, 6, 19, 6, 21)
                            && !within(day, 9, 25, 9, 27)
                            && !within(day, 10, 1, 10, 7));
        }

        private static boolean within(LocalDate day, int fromMonth, int from, int untilMonth, int until) {
            return !day.isBefore(LocalDate.of(2026, fromMonth, from))
                    && !day.isAfter(LocalDate.of(2026, untilMonth, until));
        }
    }
}
