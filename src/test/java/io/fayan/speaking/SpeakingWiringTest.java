package io.fayan.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.platform.worklist.WorkList;
import io.fayan.support.FrontDesk;
import io.fayan.support.WiringTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One request after another through the front door, the engine and the database. */
@WiringTest
class SpeakingWiringTest {

    /** A Monday, 10:00 in Shanghai. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    FrontDoor door;

    @Autowired
    WorkList workList;

    @Autowired
    People people;

    @Autowired
    FrontDesk desk;

    @Autowired
    MovableClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    PersonId requester;

    @BeforeEach
    void company_at_work_on_a_monday() {
        requester = desk.opensAt(MONDAY);
    }

    @AfterEach
    void release_time() {
        clock.release();
    }

    @Test
    void request_is_granted_when_every_reviewer_approves_and_published_as_granted() {
        var number = file("各位同学，礁石 G3 的网络测试开源啦。");
        var steps = workList.of(number);
        assertThat(steps).hasSize(2).allMatch(item -> item.element().equals(AuthoriseSpeaking.REVIEW_REQUEST));
        for (var step : steps) {
            desk.decide(step, "APPROVED", "各位同学，礁石 G3 的网络测试开源啦。");
        }
        assertThat(desk.status(number)).isEqualTo("GRANTED");
        var report = desk.only(number, AuthoriseSpeaking.REPORT_PUBLICATION);
        clock.advance(Duration.ofHours(30));
        assertThat(desk.submit(
                        requester,
                        report,
                        Map.of(
                                "link", "https://social.example/1",
                                "publishedAt", "2026-11-24T15:30",
                                "publishedText", "各位同学，礁石 G3 的网络测试开源啦。")))
                .isInstanceOf(Accepted.class);
        assertThat(desk.status(number)).isEqualTo("PUBLISHED");
        assertThat(ended(number)).contains("endEvent_publishedAsGranted");
        assertThat(workList.of(number)).isEmpty();
    }

    @Test
    void text_is_returned_corrected_and_only_asked_again_of_those_who_saw_another_text() {
        var number = file("第一版");
        var first = workList.of(number);
        desk.decide(first.get(0), "APPROVED", "第一版");
        clock.advance(Duration.ofHours(1));
        desk.decide(first.get(1), "RETURNED", "第一版");
        assertThat(desk.status(number)).isEqualTo("RETURNED");
        var correct = desk.only(number, AuthoriseSpeaking.CORRECT_REQUEST);
        clock.advance(Duration.ofHours(5));
        var corrected = new HashMap<String, Object>(Map.of(
                "basedOn", 1,
                "text", "第二版，出处见官网",
                "note", "补充出处",
                "contentClasses", "GENERAL",
                "windowFrom", "2026-11-24T09:00",
                "windowUntil", "2026-12-01T18:00"));
        assertThat(desk.submit(requester, correct, corrected)).isInstanceOf(Accepted.class);
        assertThat(workList.of(number)).hasSize(2);
        for (var step : workList.of(number)) {
            desk.decide(step, "APPROVED", "第二版，出处见官网");
        }
        assertThat(desk.status(number)).isEqualTo("GRANTED");
    }

    @Test
    void question_is_answered_while_the_review_goes_on() {
        var number = file("问一下");
        var step = workList.of(number).get(0);
        var reviewer = desk.taken(step);
        assertThat(door.act(reviewer, step.taskId(), "ask", FrontDesk.key(), Map.of("question", "数据来源？")))
                .isInstanceOf(Accepted.class);
        var answer = desk.only(number, AuthoriseSpeaking.ANSWER_QUESTION);
        assertThat(desk.submit(requester, answer, Map.of("answer", "公司官网"))).isInstanceOf(Accepted.class);
        assertThat(workList.of(number)).hasSize(2);
    }

    @Test
    void reviewer_added_during_the_round_must_approve_too() {
        var number = file("加一位审核人");
        var step = workList.of(number).get(0);
        var reviewer = desk.taken(step);
        assertThat(door.act(
                        reviewer,
                        step.taskId(),
                        "add-reviewer",
                        FrontDesk.key(),
                        Map.of("reviewer", "LEGAL", "why", "涉及合同")))
                .isInstanceOf(Accepted.class);
        assertThat(workList.of(number)).hasSize(3);
        for (var open : workList.of(number)) {
            assertThat(desk.status(number)).isEqualTo("IN_REVIEW");
            desk.decide(open, "APPROVED", "加一位审核人");
        }
        assertThat(desk.status(number)).isEqualTo("GRANTED");
    }

    @Test
    void rejection_ends_the_request_at_once() {
        var number = file("不行的内容");
        desk.decide(workList.of(number).get(0), "REJECTED", "不行的内容");
        assertThat(desk.status(number)).isEqualTo("REJECTED");
        assertThat(workList.of(number)).isEmpty();
        assertThat(ended(number)).contains("endEvent_requestRejected");
    }

    @Test
    void request_expires_when_nobody_decides_before_its_window_ends() {
        var number = file("没人审");
        clock.moveTo(Instant.parse("2026-12-01T10:00:01Z"));
        runTimers();
        assertThat(desk.status(number)).isEqualTo("EXPIRED");
        assertThat(ended(number)).contains("endEvent_requestExpired");
    }

    @Test
    void grant_lapses_when_nothing_is_reported_in_time() {
        var number = granted("过期授权");
        clock.moveTo(Instant.parse("2026-12-02T10:00:01Z"));
        runTimers();
        assertThat(desk.status(number)).isEqualTo("LAPSED");
        assertThat(ended(number)).contains("endEvent_grantLapsed");
    }

    @Test
    void communications_revoke_a_grant() {
        var number = granted("将被撤销");
        var communications = people.holders(Role.COMMUNICATIONS).get(0);
        assertThat(door.act(communications, number, "revoke", FrontDesk.key(), Map.of("reason", "情况有变")))
                .isInstanceOf(Accepted.class);
        assertThat(desk.status(number)).isEqualTo("REVOKED");
        assertThat(workList.of(number)).isEmpty();
    }

    @Test
    void requester_withdraws() {
        var number = file("撤回");
        assertThat(door.act(requester, number, "withdraw", FrontDesk.key(), Map.of("reason", "活动取消")))
                .isInstanceOf(Accepted.class);
        assertThat(desk.status(number)).isEqualTo("WITHDRAWN");
        assertThat(workList.of(number)).isEmpty();
        assertThat(ended(number)).contains("endEvent_requestWithdrawn");
    }

    @Test
    void different_publication_goes_to_communications() {
        var number = granted("原文");
        var report = desk.only(number, AuthoriseSpeaking.REPORT_PUBLICATION);
        clock.advance(Duration.ofHours(30));
        desk.submit(
                requester,
                report,
                Map.of(
                        "link",
                        "https://social.example/2",
                        "publishedAt",
                        "2026-11-24T15:30",
                        "publishedText",
                        "改过的原文"));
        assertThat(desk.status(number)).isEqualTo("DIFFERENT");
        var examine = desk.only(number, AuthoriseSpeaking.EXAMINE_DIFFERENCE);
        var examiner = desk.taken(examine);
        assertThat(desk.submit(examiner, examine, Map.of("decision", "KEPT_FOR_REPORT", "note", "与授权不符")))
                .isInstanceOf(Accepted.class);
        assertThat(desk.status(number)).isEqualTo("KEPT_FOR_REPORT");
        assertThat(ended(number)).contains("endEvent_differenceKept");
    }

    private BusinessNumber granted(String text) {
        var number = file(text);
        desk.grant(number, text);
        return number;
    }

    private BusinessNumber file(String text) {
        return desk.file(requester, "周末分享", text, "2026-11-24T09:00", "2026-12-01T18:00");
    }

    private List<String> ended(BusinessNumber number) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .singleResult()
                        .getId())
                .finished()
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    private void runTimers() {
        management.createJobQuery().timers().executable().list().forEach(job -> management.executeJob(job.getId()));
    }
}
