package io.fayan.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.people.People;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Answer;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Claim;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.support.DemoCompany;
import io.fayan.support.WiringTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    DemoCompany company;

    @Autowired
    MovableClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    PersonId requester;

    @BeforeEach
    void company_at_work_on_a_monday() {
        company.movesIn();
        clock.moveTo(MONDAY);
        requester = people.search("li.wei", null, 0, 1).persons().get(0).id();
    }

    @AfterEach
    void release_time() {
        clock.release();
    }

    @Test
    void request_is_granted_when_every_reviewer_approves_and_published_as_granted() {
        var number = file("各位同学，礁石 G3 的网络测试开源啦。", "GENERAL");
        var steps = workList.of(number);
        assertThat(steps).hasSize(2).allMatch(item -> item.element().equals(AuthoriseSpeaking.REVIEW_REQUEST));
        for (var step : steps) {
            review(step, "APPROVED", "没有问题。", "各位同学，礁石 G3 的网络测试开源啦。");
        }
        assertThat(status(number)).isEqualTo("GRANTED");
        var report = only(number, AuthoriseSpeaking.REPORT_PUBLICATION);
        clock.advance(Duration.ofHours(30));
        assertThat(submit(
                        requester,
                        report,
                        Map.of(
                                "link", "https://social.example/1",
                                "publishedAt", "2026-11-24T15:30",
                                "publishedText", "各位同学，礁石 G3 的网络测试开源啦。")))
                .isInstanceOf(Accepted.class);
        assertThat(status(number)).isEqualTo("PUBLISHED");
        assertThat(ended(number)).contains("endEvent_publishedAsGranted");
        assertThat(workList.of(number)).isEmpty();
    }

    @Test
    void text_is_returned_corrected_and_only_asked_again_of_those_who_saw_another_text() {
        var number = file("第一版", "GENERAL");
        var first = workList.of(number);
        review(first.get(0), "APPROVED", "好", "第一版");
        clock.advance(Duration.ofHours(1));
        review(first.get(1), "RETURNED", "请补充出处", "第一版");
        assertThat(status(number)).isEqualTo("RETURNED");
        var correct = only(number, AuthoriseSpeaking.CORRECT_REQUEST);
        clock.advance(Duration.ofHours(5));
        var corrected = new HashMap<String, Object>(Map.of(
                "basedOn", 1,
                "text", "第二版，出处见官网",
                "note", "补充出处",
                "contentClasses", "GENERAL",
                "windowFrom", "2026-11-24T09:00",
                "windowUntil", "2026-12-01T18:00"));
        assertThat(submit(requester, correct, corrected)).isInstanceOf(Accepted.class);
        assertThat(workList.of(number)).hasSize(2);
        for (var step : workList.of(number)) {
            review(step, "APPROVED", "好", "第二版，出处见官网");
        }
        assertThat(status(number)).isEqualTo("GRANTED");
    }

    @Test
    void question_is_answered_while_the_review_goes_on() {
        var number = file("问一下", "GENERAL");
        var step = workList.of(number).get(0);
        var reviewer = claim(step);
        assertThat(door.act(reviewer, step.taskId(), "ask", key(), Map.of("question", "数据来源？")))
                .isInstanceOf(Accepted.class);
        var answer = only(number, AuthoriseSpeaking.ANSWER_QUESTION);
        assertThat(submit(requester, answer, Map.of("answer", "公司官网"))).isInstanceOf(Accepted.class);
        assertThat(workList.of(number)).hasSize(2);
    }

    @Test
    void reviewer_added_during_the_round_must_approve_too() {
        var number = file("加一位审核人", "GENERAL");
        var step = workList.of(number).get(0);
        var reviewer = claim(step);
        assertThat(door.act(reviewer, step.taskId(), "add-reviewer", key(), Map.of("reviewer", "LEGAL", "why", "涉及合同")))
                .isInstanceOf(Accepted.class);
        assertThat(workList.of(number)).hasSize(3);
        for (var open : workList.of(number)) {
            assertThat(status(number)).isEqualTo("IN_REVIEW");
            review(open, "APPROVED", "好", "加一位审核人");
        }
        assertThat(status(number)).isEqualTo("GRANTED");
    }

    @Test
    void rejection_ends_the_request_at_once() {
        var number = file("不行的内容", "GENERAL");
        review(workList.of(number).get(0), "REJECTED", "不合适", "不行的内容");
        assertThat(status(number)).isEqualTo("REJECTED");
        assertThat(workList.of(number)).isEmpty();
        assertThat(ended(number)).contains("endEvent_requestRejected");
    }

    @Test
    void request_expires_when_nobody_decides_before_its_window_ends() {
        var number = file("没人审", "GENERAL");
        clock.moveTo(Instant.parse("2026-12-01T10:00:01Z"));
        runTimers();
        assertThat(status(number)).isEqualTo("EXPIRED");
        assertThat(ended(number)).contains("endEvent_requestExpired");
    }

    @Test
    void grant_lapses_when_nothing_is_reported_in_time() {
        var number = granted("过期授权");
        clock.moveTo(Instant.parse("2026-12-02T10:00:01Z"));
        runTimers();
        assertThat(status(number)).isEqualTo("LAPSED");
        assertThat(ended(number)).contains("endEvent_grantLapsed");
    }

    @Test
    void communications_revoke_a_grant() {
        var number = granted("将被撤销");
        var communications = people.holders(io.fayan.kernel.Role.COMMUNICATIONS).get(0);
        assertThat(door.act(communications, number, "revoke", key(), Map.of("reason", "情况有变")))
                .isInstanceOf(Accepted.class);
        assertThat(status(number)).isEqualTo("REVOKED");
        assertThat(workList.of(number)).isEmpty();
    }

    @Test
    void requester_withdraws() {
        var number = file("撤回", "GENERAL");
        assertThat(door.act(requester, number, "withdraw", key(), Map.of("reason", "活动取消")))
                .isInstanceOf(Accepted.class);
        assertThat(status(number)).isEqualTo("WITHDRAWN");
        assertThat(workList.of(number)).isEmpty();
        assertThat(ended(number)).contains("endEvent_requestWithdrawn");
    }

    @Test
    void different_publication_goes_to_communications() {
        var number = granted("原文");
        var report = only(number, AuthoriseSpeaking.REPORT_PUBLICATION);
        clock.advance(Duration.ofHours(30));
        submit(
                requester,
                report,
                Map.of(
                        "link",
                        "https://social.example/2",
                        "publishedAt",
                        "2026-11-24T15:30",
                        "publishedText",
                        "改过的原文"));
        assertThat(status(number)).isEqualTo("DIFFERENT");
        var examine = only(number, AuthoriseSpeaking.EXAMINE_DIFFERENCE);
        var examiner = claim(examine);
        assertThat(submit(examiner, examine, Map.of("decision", "KEPT_FOR_REPORT", "note", "与授权不符")))
                .isInstanceOf(Accepted.class);
        assertThat(status(number)).isEqualTo("KEPT_FOR_REPORT");
        assertThat(ended(number)).contains("endEvent_differenceKept");
    }

    private BusinessNumber granted(String text) {
        var number = file(text, "GENERAL");
        for (var step : workList.of(number)) {
            review(step, "APPROVED", "好", text);
        }
        assertThat(status(number)).isEqualTo("GRANTED");
        return number;
    }

    private BusinessNumber file(String text, String contentClass) {
        var answer = door.start(
                requester,
                AuthoriseSpeaking.PROCESS,
                key(),
                new HashMap<>(Map.of(
                        "channel", "COMPANY_ACCOUNT",
                        "account",
                                jdbc.sql("select min(code) from social_account where kind = 'COMPANY'")
                                        .query(String.class)
                                        .single(),
                        "title", "周末分享",
                        "text", text,
                        "speakingAs", "COMPANY",
                        "contentClasses", contentClass,
                        "audience", "PUBLIC",
                        "purpose", "技术传播",
                        "windowFrom", "2026-11-24T09:00",
                        "windowUntil", "2026-12-01T18:00")));
        assertThat(answer).as(String.valueOf(answer)).isInstanceOf(Accepted.class);
        return new BusinessNumber(((Accepted) answer).number());
    }

    private void review(WorkItem step, String verdict, String reason, String text) {
        var reviewer = claim(step);
        var answer = submit(
                reviewer,
                step,
                Map.of(
                        "verdict",
                        verdict,
                        "reason",
                        reason,
                        "reviewedText",
                        Sha256.of(text).value()));
        assertThat(answer).as(String.valueOf(answer)).isInstanceOf(Accepted.class);
    }

    private PersonId claim(WorkItem step) {
        if (step.assignee() != null) {
            return step.assignee();
        }
        var candidates = new ArrayList<PersonId>();
        step.groups().forEach(role -> candidates.addAll(people.holders(role)));
        var reviewer = candidates.stream()
                .filter(person -> workList.mayAct(person, step))
                .findFirst()
                .orElseThrow();
        assertThat(workList.claim(reviewer, step.taskId())).isEqualTo(Claim.DONE);
        return reviewer;
    }

    private Answer submit(PersonId person, WorkItem step, Map<String, Object> fields) {
        return door.submit(person, step.taskId(), key(), fields);
    }

    private WorkItem only(BusinessNumber number, String element) {
        var found = workList.of(number).stream()
                .filter(item -> item.element().equals(element))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private String status(BusinessNumber number) {
        return jdbc.sql("select status from speaking_request where number = ?")
                .param(number.value())
                .query(String.class)
                .single();
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

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
