package io.fayan.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.support.Colleagues;
import io.fayan.support.WiringTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step of ten working hours: Friday 15:30 to Monday 18:00 in Shanghai, so half of it at 11:30, 80 % at 16:00. */
@WiringTest
class RemindersTest {

    private static final Instant CREATED = Instant.parse("2026-03-06T07:30:00Z");
    private static final Instant HALF = Instant.parse("2026-03-09T03:30:00Z");
    private static final Instant LATE = Instant.parse("2026-03-09T08:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-09T10:00:00Z");

    @Autowired
    Reminders reminders;

    @Autowired
    Colleagues colleagues;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private PersonId manager;
    private PersonId assignee;
    private PersonId strategist;
    private PersonId conflicted;
    private PersonId lead;

    @BeforeEach
    void people() {
        manager = colleagues.bring("ZR-manager");
        assignee = colleagues.bring("ZR-assignee", Locale.ENGLISH, manager);
        strategist = colleagues.bring("ZR-strategist", Role.STRATEGY);
        conflicted = colleagues.bring("ZR-conflicted", Role.STRATEGY);
        lead = colleagues.bring("ZR-lead", Role.COMMUNICATIONS_LEAD);
        clock.moveTo(CREATED);
    }

    @AfterEach
    void tidy() {
        clock.release();
        jdbc.sql("delete from notification_message where person like 'ZR-%'").update();
        jdbc.sql("delete from work_item_exclusion where task_id like 'ZR-%'").update();
        jdbc.sql("delete from work_item_group where task_id like 'ZR-%'").update();
        jdbc.sql("delete from work_item where task_id like 'ZR-%'").update();
        colleagues.letGo(assignee, manager, strategist, conflicted, lead);
    }

    @Test
    void an_assignee_is_reminded_twice_and_escalated_once_each_at_its_time() {
        step("ZR-1", assignee);
        sweepAt(HALF.minusSeconds(1));
        assertThat(told(assignee)).isEmpty();
        sweepAt(HALF);
        assertThat(told(assignee)).containsExactly("notification.step.half");
        sweepAt(HALF.plusSeconds(60));
        assertThat(told(assignee)).hasSize(1);
        sweepAt(LATE);
        assertThat(told(assignee)).containsExactly("notification.step.half", "notification.step.late");
        assertThat(told(manager)).isEmpty();
        sweepAt(DUE);
        sweepAt(DUE.plus(Duration.ofDays(3)));
        assertThat(told(assignee))
                .containsExactly("notification.step.half", "notification.step.late", "notification.step.overdue");
        assertThat(told(manager)).containsExactly("notification.step.escalated");
        assertThat(told(lead)).as("the manager sees to it").isEmpty();
    }

    @Test
    void an_unclaimed_step_concerns_everybody_it_is_offered_to_but_those_with_a_conflict() {
        step("ZR-1", null);
        jdbc.sql("insert into work_item_group (task_id, group_id) values ('ZR-1', 'strategy')")
                .update();
        jdbc.sql("insert into work_item_exclusion (task_id, person_id) values ('ZR-1', 'ZR-conflicted')")
                .update();
        sweepAt(LATE);
        assertThat(told(strategist)).containsExactly("notification.step.late");
        sweepAt(DUE);
        assertThat(told(strategist)).containsExactly("notification.step.late", "notification.step.overdue");
        assertThat(told(conflicted)).isEmpty();
        assertThat(told(lead)).containsExactly("notification.step.unclaimed");
    }

    @Test
    void a_sweep_that_comes_late_says_only_what_counts_now() {
        step("ZR-1", assignee);
        sweepAt(DUE.plusSeconds(60));
        assertThat(told(assignee)).containsExactly("notification.step.overdue");
    }

    @Test
    void whoever_has_no_manager_is_escalated_to_those_who_lead_communications() {
        step("ZR-1", manager);
        sweepAt(DUE);
        assertThat(told(manager)).containsExactly("notification.step.overdue");
        assertThat(told(lead)).containsExactly("notification.step.escalated");
    }

    @Test
    void a_manager_with_a_conflict_hears_nothing_of_the_step() {
        step("ZR-1", assignee);
        jdbc.sql("insert into work_item_exclusion (task_id, person_id) values ('ZR-1', 'ZR-manager')")
                .update();
        sweepAt(DUE);
        assertThat(told(manager)).isEmpty();
        assertThat(told(lead)).containsExactly("notification.step.escalated");
    }

    @Test
    void a_step_that_was_done_or_never_was_due_reminds_nobody() {
        step("ZR-1", assignee);
        step("ZR-2", assignee);
        jdbc.sql("delete from work_item where task_id = 'ZR-1'").update();
        jdbc.sql("update work_item set due_at = null where task_id = 'ZR-2'").update();
        sweepAt(DUE.plusSeconds(60));
        assertThat(told(assignee)).isEmpty();
    }

    @Test
    void a_sweep_looks_only_at_steps_whose_time_has_come() {
        step("ZR-1", assignee);
        sweepAt(CREATED);
        clock.moveTo(HALF.minusSeconds(1));
        assertThat(nextLook("ZR-1")).isEqualTo(HALF);
        var looked = reminders.sweep();
        sweepAt(DUE);
        assertThat(looked).isZero();
        assertThat(nextLook("ZR-1")).isNull();
    }

    @Test
    void two_nodes_that_sweep_at_once_tell_nobody_twice() throws Exception {
        for (var i = 0; i < 120; i++) {
            step("ZR-" + i, assignee);
        }
        clock.moveTo(HALF);
        var together = new CyclicBarrier(3);
        Callable<Integer> node = () -> {
            together.await();
            return reminders.sweep();
        };
        var nodes = Executors.newFixedThreadPool(3);
        try {
            for (var looked : nodes.invokeAll(List.of(node, node, node))) {
                looked.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        reminders.sweep();
        assertThat(told(assignee)).hasSize(120).containsOnly("notification.step.half");
    }

    private void step(String task, PersonId person) {
        jdbc.sql(
                        "insert into work_item (task_id, definition, instance, element, matter, subject, assignee, created_at, due_at)"
                                + " values (?, 'authorise-speaking:1:1', 'ZR', 'userTask_review', 'ZN-2026-000002', 'x', ?, ?, ?)")
                .params(task, person == null ? null : person.value(), Timestamp.from(CREATED), Timestamp.from(DUE))
                .update();
    }

    private void sweepAt(Instant moment) {
        clock.moveTo(moment);
        reminders.sweep();
    }

    private Instant nextLook(String task) {
        var found = new ArrayList<Instant>();
        jdbc.sql("select next_look_at from work_item where task_id = ?")
                .param(task)
                .query(row -> {
                    var next = row.getTimestamp(1);
                    found.add(next == null ? null : next.toInstant());
                });
        return found.get(0);
    }

    private List<String> told(PersonId person) {
        return jdbc.sql("select message_key from notification_message where person = ? order by created_at, id")
                .param(person.value())
                .query(String.class)
                .list();
    }
}
