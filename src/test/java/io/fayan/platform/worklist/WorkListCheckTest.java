package io.fayan.platform.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fayan.FayanApplication;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.platform.worklist.WorkListCheck.Difference;
import io.fayan.platform.worklist.WorkListCheck.Difference.Differing;
import io.fayan.platform.worklist.WorkListCheck.Difference.LeftOver;
import io.fayan.platform.worklist.WorkListCheck.Difference.Missing;
import io.fayan.platform.worklist.WorkListCheck.Field;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.support.DemoCompany;
import io.fayan.support.WiringTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that were broken by hand are found and made anew; rows that the listeners keep are never called different. */
@WiringTest
class WorkListCheckTest {

    private static final String BEFORE_ALL = "00000000-0000-1000-8000-000000000000";
    private static final String BEHIND_ALL = "ffffffff-ffff-1fff-bfff-ffffffffffff";

    @Autowired
    WorkListCheck check;

    @Autowired
    WorkListRepair repair;

    @Autowired
    OpenTasks engine;

    @Autowired
    WorkList workList;

    @Autowired
    FrontDoor door;

    @Autowired
    People people;

    @Autowired
    DemoCompany company;

    @Autowired
    MovableClock clock;

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private PersonId requester;
    private BusinessNumber number;
    private WorkItem step;

    @BeforeEach
    void a_request_in_review() {
        company.movesIn();
        clock.moveTo(Instant.parse("2026-11-23T02:00:00Z"));
        requester = people.search("li.wei", null, 0, 1).persons().get(0).id();
        number = file();
        step = communicationsStep(number);
    }

    @AfterEach
    void everything_is_mended() {
        repair.repair(difference -> {});
        clock.release();
    }

    @Test
    void what_the_listeners_keep_is_equal() {
        assertThat(differences()).isEmpty();
        assertThat(check.compare(difference -> {}).tasks())
                .isGreaterThanOrEqualTo(workList.of(number).size());
    }

    @Test
    void a_row_that_is_missing_is_made_anew_with_its_subject_its_groups_and_its_conflicts() {
        var barred = excluded(step);
        assertThat(barred).isNotEmpty();
        delete(step.taskId());

        assertThat(differences()).containsExactly(new Missing(step.taskId(), number.value()));
        assertThat(repaired()).isTrue();

        assertThat(workList.find(step.taskId())).contains(step);
        assertThat(excluded(step)).isEqualTo(barred);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_row_that_is_missing_while_its_groups_are_left_is_made_anew_too() {
        jdbc.sql("delete from work_item where task_id = ?").param(step.taskId()).update();

        assertThat(repaired()).isTrue();

        assertThat(workList.find(step.taskId())).contains(step);
    }

    @Test
    void a_row_that_is_left_over_goes_with_its_groups_and_conflicts() {
        leaveOver(BEHIND_ALL);

        assertThat(differences()).containsExactly(new LeftOver(BEHIND_ALL, number.value()));
        assertThat(repaired()).isTrue();

        assertThat(workList.find(BEHIND_ALL)).isEmpty();
        assertThat(jdbc.sql("select count(*) from work_item_group where task_id = ?")
                        .param(BEHIND_ALL)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    DEFINITION, update work_item set definition = 'another-process:1:x' where task_id = ?
                    INSTANCE,   update work_item set instance = 'another' where task_id = ?
                    ELEMENT,    update work_item set element = 'userTask_another' where task_id = ?
                    MATTER,     update work_item set matter = 'SR-2026-999999' where task_id = ?
                    ITEM,       update work_item set item = null where task_id = ?
                    ASSIGNEE,   update work_item set assignee = 'F0001' where task_id = ?
                    GROUPS,     update work_item_group set group_id = 'legal' where task_id = ?
                    GROUPS,     delete from work_item_group where task_id = ?
                    DUE,        update work_item set due_at = '2026-11-24 01:00:00' where task_id = ?
                    DUE,        update work_item set due_at = null where task_id = ?
                    """)
    void a_field_that_differs_is_named_and_mended(Field field, String breaking) {
        jdbc.sql(breaking).param(step.taskId()).update();

        assertThat(differences()).containsExactly(new Differing(step.taskId(), number.value(), Set.of(field)));
        assertThat(repaired()).isTrue();

        assertThat(workList.find(step.taskId())).contains(step);
        assertThat(differences()).isEmpty();
    }

    @Test
    void who_was_reminded_of_a_step_stays_noted_when_its_row_is_made_anew() {
        jdbc.sql("update work_item set half_reminded_at = '2026-11-23 02:00:00', assignee = 'F0001' where task_id = ?")
                .param(step.taskId())
                .update();

        repaired();

        assertThat(jdbc.sql("select count(*) from work_item where task_id = ? and half_reminded_at is not null")
                        .param(step.taskId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_row_that_cannot_be_made_anew_is_left_and_counted_and_holds_up_no_other() {
        var other = communicationsStep(file());
        jdbc.sql("update ACT_RU_EXECUTION set BUSINESS_KEY_ = 'XX-2026-000001' where ID_ = ?")
                .param(step.instance())
                .update();
        delete(other.taskId());
        try {
            assertThat(repair.repair(difference -> {}).differences())
                    .isEqualTo(workList.of(number).size());
            assertThat(workList.find(other.taskId())).contains(other);
        } finally {
            jdbc.sql("update ACT_RU_EXECUTION set BUSINESS_KEY_ = ? where ID_ = ?")
                    .params(number.value(), step.instance())
                    .update();
        }
    }

    @Test
    void short_stretches_find_what_one_long_stretch_finds() {
        var steps = new ArrayList<WorkItem>();
        for (var i = 0; i < 4; i++) {
            steps.addAll(workList.of(file()));
        }
        steps.sort(Comparator.comparing(WorkItem::taskId));
        leaveOver(BEFORE_ALL);
        leaveOver(BEHIND_ALL);
        delete(steps.get(2).taskId());
        delete(steps.get(3).taskId());
        delete(steps.get(steps.size() - 1).taskId());
        jdbc.sql("update work_item set assignee = 'F0001' where task_id = ?")
                .param(steps.get(4).taskId())
                .update();

        var whole = new ArrayList<Difference>();
        var result = check.compare(100_000, whole::add);

        assertThat(whole).extracting(Difference::taskId).startsWith(BEFORE_ALL).endsWith(BEHIND_ALL);
        assertThat(whole).hasSize(6).isSortedAccordingTo(Comparator.comparing(Difference::taskId));
        for (var length : List.of(1, 2, 3, 5)) {
            var found = new ArrayList<Difference>();
            assertThat(check.compare(length, found::add)).isEqualTo(result);
            assertThat(found).isEqualTo(whole);
        }
    }

    @Test
    void what_is_under_way_is_no_difference() throws Exception {
        var reviewer = step.groups().stream()
                .flatMap(role -> people.holders(role).stream())
                .filter(person -> workList.mayAct(person, step))
                .findFirst()
                .orElseThrow();
        var over = new AtomicBoolean();
        var threads = Executors.newSingleThreadExecutor();
        try {
            var work = threads.submit(() -> {
                while (!over.get()) {
                    workList.claim(reviewer, step.taskId());
                    workList.unclaim(reviewer, step.taskId());
                    door.act(requester, file(), "withdraw", key(), Map.of("reason", "测试"));
                }
                return null;
            });
            var found = new ArrayList<Difference>();
            for (var i = 0; i < 300; i++) {
                check.compare(3, found::add);
            }
            over.set(true);
            work.get();
            assertThat(found).isEmpty();
        } finally {
            over.set(true);
            threads.shutdown();
        }
    }

    @Test
    void whoever_in_the_engine_read_the_task_before_it_was_held_begins_anew() {
        assertThatThrownBy(() -> configuration.getCommandExecutorTxRequiresNew().execute(context -> {
                    var task = context.getTaskManager().findTaskById(step.taskId());
                    transaction.executeWithoutResult(
                            status -> assertThat(engine.hold(step.taskId())).isPresent());
                    task.setPriority(task.getPriority() + 1);
                    return task;
                }))
                .isInstanceOf(OptimisticLockingException.class);
    }

    @Test
    void the_command_says_what_differs_and_mends_it_when_asked_to() {
        delete(step.taskId());

        var checked = new Run("--fayan.check-worklist");
        assertThat(checked.code).isEqualTo(CheckWorkListCommand.DIFFERENT);
        assertThat(checked.said)
                .contains("task " + step.taskId() + " of " + number + " is missing")
                .contains("DIFFERENT: 1 differences")
                .contains("--fayan.check-worklist=repair mends them");

        var mended = new Run("--fayan.check-worklist=repair");
        assertThat(mended.code).as(mended.said).isEqualTo(CheckWorkListCommand.EQUAL);
        assertThat(mended.said).contains("is missing").contains("1 differences mended");
        assertThat(workList.find(step.taskId())).contains(step);

        var again = new Run("--fayan.check-worklist");
        assertThat(again.code).isEqualTo(CheckWorkListCommand.EQUAL);
        assertThat(again.said).startsWith("EQUAL: ");
    }

    private final class Run {

        private final int code;
        private final String said;

        Run(String argument) {
            var printed = new ByteArrayOutputStream();
            code = CheckWorkListCommand.run(
                    new PrintStream(printed, true, StandardCharsets.UTF_8),
                    FayanApplication.class,
                    argument,
                    setting("spring.datasource.url"),
                    setting("spring.datasource.username"),
                    setting("spring.datasource.password"));
            said = printed.toString(StandardCharsets.UTF_8);
        }

        private String setting(String name) {
            return "--" + name + "=" + environment.getRequiredProperty(name);
        }
    }

    private List<Difference> differences() {
        var found = new ArrayList<Difference>();
        check.compare(found::add);
        return found.stream()
                .filter(difference -> difference.matter().equals(number.value()))
                .toList();
    }

    private boolean repaired() {
        return repair.repair(difference -> {}).equal();
    }

    private Set<String> excluded(WorkItem item) {
        return Set.copyOf(jdbc.sql("select person_id from work_item_exclusion where task_id = ?")
                .param(item.taskId())
                .query(String.class)
                .list());
    }

    private void delete(String taskId) {
        for (var table : List.of("work_item_exclusion", "work_item_group", "work_item")) {
            jdbc.sql("delete from " + table + " where task_id = ?")
                    .param(taskId)
                    .update();
        }
    }

    private void leaveOver(String taskId) {
        jdbc.sql(
                        "insert into work_item (task_id, definition, instance, element, matter, subject, created_at)"
                                + " values (?, 'authorise-speaking:1:x', 'x', 'userTask_reviewRequest', ?, '', '2026-11-23 02:00:00')")
                .params(taskId, number.value())
                .update();
        jdbc.sql("insert into work_item_group (task_id, group_id) values (?, 'legal')")
                .param(taskId)
                .update();
    }

    private BusinessNumber file() {
        var answer = door.start(
                requester,
                AuthoriseSpeaking.PROCESS,
                key(),
                new HashMap<>(Map.ofEntries(
                        Map.entry("channel", "OCCASION"),
                        Map.entry("occasion", "杭州开发者大会"),
                        Map.entry("title", "一件事"),
                        Map.entry("text", "一段要发布的话。"),
                        Map.entry("speakingAs", "COMPANY"),
                        Map.entry("contentClasses", "GENERAL"),
                        Map.entry("audience", "PUBLIC"),
                        Map.entry("purpose", "技术交流"),
                        Map.entry("windowFrom", "2026-11-24T09:00"),
                        Map.entry("windowUntil", "2026-12-01T18:00"))));
        return new BusinessNumber(((Accepted) answer).number());
    }

    private WorkItem communicationsStep(BusinessNumber matter) {
        return workList.of(matter).stream()
                .filter(item -> item.groups().contains(Role.COMMUNICATIONS))
                .findFirst()
                .orElseThrow();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
