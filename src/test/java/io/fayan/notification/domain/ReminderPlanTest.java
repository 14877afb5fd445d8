package io.fayan.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.MissingCalendarYearException;
import io.fayan.kernel.WorkCalendar;
import io.fayan.kernel.WorkingTime;
import io.fayan.platform.worklist.DueSteps.Stage;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times in Shanghai, in March 2026, a month without holidays. */
class ReminderPlanTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WorkingTime time = new WorkingTime(new Weekdays2026());

    @Test
    void half_and_four_fifths_are_counted_in_working_time() {
        // Ten working hours: Friday 15:30 to 18:00, Monday 09:00 to 18:00.
        var plan = ReminderPlan.between(at("2026-03-06T15:30"), at("2026-03-09T18:00"), time);
        assertThat(plan.half()).isEqualTo(at("2026-03-09T11:30"));
        assertThat(plan.late()).isEqualTo(at("2026-03-09T16:00"));
        assertThat(plan.due()).isEqualTo(at("2026-03-09T18:00"));
    }

    @Test
    void each_stage_begins_at_its_moment_and_names_the_next_one() {
        var plan = ReminderPlan.between(at("2026-03-06T15:30"), at("2026-03-09T18:00"), time);
        assertThat(plan.reached(plan.half().minusMillis(1))).isNull();
        assertThat(plan.next(plan.half().minusMillis(1))).isEqualTo(plan.half());
        assertThat(plan.reached(plan.half())).isEqualTo(Stage.HALF);
        assertThat(plan.next(plan.half())).isEqualTo(plan.late());
        assertThat(plan.reached(plan.late())).isEqualTo(Stage.LATE);
        assertThat(plan.next(plan.late())).isEqualTo(plan.due());
        assertThat(plan.reached(plan.due())).isEqualTo(Stage.OVERDUE);
        assertThat(plan.next(plan.due())).isNull();
    }

    @Test
    void plain_time_is_divided_where_no_working_time_lies_between() {
        var plan = ReminderPlan.between(at("2026-03-07T10:00"), at("2026-03-07T20:00"), time);
        assertThat(plan.half()).isEqualTo(at("2026-03-07T15:00"));
        assertThat(plan.late()).isEqualTo(at("2026-03-07T18:00"));
    }

    @Test
    void plain_time_is_divided_where_the_calendar_ends() {
        var plan = ReminderPlan.between(at("2026-12-31T10:00"), at("2027-01-10T10:00"), time);
        assertThat(plan.half()).isEqualTo(at("2027-01-05T10:00"));
        assertThat(plan.due()).isEqualTo(at("2027-01-10T10:00"));
    }

    @Test
    void a_step_that_was_due_before_it_began_is_overdue_at_once() {
        var plan = ReminderPlan.between(at("2026-03-06T10:00"), at("2026-03-05T10:00"), time);
        assertThat(plan.reached(at("2026-03-06T10:00"))).isEqualTo(Stage.OVERDUE);
        assertThat(plan.next(at("2026-03-06T10:00"))).isNull();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private record Weekdays2026() implements WorkCalendar {

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
            return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        }
    }
}
