package io.fayan.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.Absences;
import io.fayan.people.People;
import io.fayan.people.Personnel;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Claim;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.support.DemoCompany;
import io.fayan.support.FrontDesk;
import io.fayan.support.WiringTest;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps of reviewers who go away or leave, in the real work list and the real engine. */
@WiringTest
class HandOverOfReviewsTest {

    /** A Monday, 10:00 in Shanghai. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    private static final PersonId REQUESTER = new PersonId("F0025");
    private static final PersonId LINE_MANAGER = new PersonId("F0023");
    private static final PersonId MANAGERS_MANAGER = new PersonId("F0022");
    private static final PersonId COLLEAGUE = new PersonId("F0024");

    @Autowired
    DemoCompany company;

    @Autowired
    FrontDesk desk;

    @Autowired
    FrontDoor door;

    @Autowired
    WorkList workList;

    @Autowired
    People people;

    @Autowired
    Personnel personnel;

    @Autowired
    Absences absences;

    @Autowired
    TaskService tasks;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private BusinessNumber number;

    @BeforeEach
    void a_request_in_review() {
        desk.opensAt(MONDAY);
        number = desk.file(REQUESTER, "周末分享", "网络测试开源啦。", "2026-11-24T09:00", "2026-12-01T18:00");
    }

    @AfterEach
    void everybody_is_back() {
        door.act(REQUESTER, number, "withdraw", FrontDesk.key(), Map.of("reason", "test"));
        jdbc.sql("delete from absence where person_id like 'F00%'").update();
        clock.release();
        company.movesIn();
    }

    private WorkItem managersStep() {
        return workList.of(number).stream()
                .filter(step -> step.groups().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private WorkItem communicationsStep() {
        return workList.of(number).stream()
                .filter(step -> step.groups().contains(Role.COMMUNICATIONS))
                .findFirst()
                .orElseThrow();
    }

    private String assigneeInTheEngine(WorkItem step) {
        return tasks.createTaskQuery().taskId(step.taskId()).singleResult().getAssignee();
    }

    @Test
    void the_deputy_of_a_manager_who_goes_away_has_the_review_in_the_list_and_in_the_engine() {
        assertThat(managersStep().assignee()).isEqualTo(LINE_MANAGER);

        away(COLLEAGUE);

        assertThat(managersStep().assignee()).isEqualTo(COLLEAGUE);
        assertThat(assigneeInTheEngine(managersStep())).isEqualTo(COLLEAGUE.value());
        assertThat(workList.mayAct(COLLEAGUE, managersStep())).isTrue();
        assertThat(workList.mayAct(LINE_MANAGER, managersStep())).isFalse();
    }

    @Test
    void a_deputy_whose_own_request_it_is_never_gets_the_review() {
        away(REQUESTER);

        assertThat(managersStep().assignee()).isEqualTo(MANAGERS_MANAGER);
        assertThat(assigneeInTheEngine(managersStep())).isEqualTo(MANAGERS_MANAGER.value());
    }

    @Test
    void a_leavers_claimed_review_is_back_with_its_group() {
        var step = communicationsStep();
        var reviewer = people.holders(Role.COMMUNICATIONS).stream()
                .filter(person -> workList.mayAct(person, step))
                .findFirst()
                .orElseThrow();
        assertThat(workList.claim(reviewer, step.taskId())).isEqualTo(Claim.DONE);

        assertThat(personnel.leave(reviewer, people.today().minusDays(1), PersonId.SYSTEM))
                .isEqualTo(Outcome.kept());

        assertThat(communicationsStep().assignee()).isNull();
        assertThat(assigneeInTheEngine(step)).isNull();
        assertThat(workList.mayAct(reviewer, communicationsStep())).isFalse();
        assertThat(people.holders(Role.COMMUNICATIONS)).anyMatch(other -> workList.mayAct(other, communicationsStep()));
    }

    private void away(PersonId deputy) {
        assertThat(absences.record(LINE_MANAGER, people.today(), people.today().plusDays(2), deputy, LINE_MANAGER))
                .isEqualTo(Outcome.kept());
    }
}
