package io.fayan.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.WorkingTime;
import io.fayan.platform.worklist.DueSteps.Stage;
import io.fayan.support.WeekdaysInShanghai;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Times in Shanghai, in March 2026, a month without holidays. */
class ReminderPlanTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WorkingTime time = new WorkingTime(new WeekdaysInShanghai());

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
}
