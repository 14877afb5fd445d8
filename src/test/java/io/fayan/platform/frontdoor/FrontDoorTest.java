package io.fayan.platform.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.kernel.Sha256;
import io.fayan.people.People;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.Answer.Kind;
import io.fayan.platform.frontdoor.Answer.Refused;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Claim;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.support.DemoCompany;
import io.fayan.support.Visitor;
import io.fayan.support.WiringTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each human action happens once, by one path, to the one whose it is; nothing else of the engine's surface exists. */
@WiringTest
class FrontDoorTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TEXT = "一段要发布的话。😀";

    @LocalServerPort
    int port;

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
    JdbcClient jdbc;

    PersonId requester;

    @BeforeEach
    void company_at_work_on_a_monday() {
        company.movesIn();
        company.canSignIn();
        clock.moveTo(Instant.parse("2026-11-23T02:00:00Z"));
        requester = people.search("li.wei", null, 0, 1).persons().get(0).id();
    }

    @AfterEach
    void release_time() {
        clock.release();
    }

    @Test
    void the_same_key_gives_the_same_answer_and_one_request() {
        var key = key();
        var before = requests();
        var first = start(key, fields());
        assertThat(start(key, fields())).isEqualTo(first);
        assertThat(requests()).isEqualTo(before + 1);
    }

    @Test
    void a_key_is_not_used_for_something_else() {
        var key = key();
        start(key, fields());
        var other = fields();
        other.put("title", "另一件事");
        assertThat(kind(start(key, other))).isEqualTo(Kind.KEY_REUSED);
    }

    @Test
    void twins_sent_at_the_same_moment_open_one_request() throws Exception {
        var key = key();
        var before = requests();
        var answers = together(List.of(() -> start(key, fields()), () -> start(key, fields())));
        assertThat(answers.get(0)).isInstanceOf(Accepted.class).isEqualTo(answers.get(1));
        assertThat(requests()).isEqualTo(before + 1);
    }

    @Test
    void two_reviewers_in_the_same_second_give_one_grant() throws Exception {
        var number = filed();
        var decisions = new ArrayList<Callable<Answer>>();
        for (var item : workList.of(number)) {
            var reviewer = claim(item);
            decisions.add(() -> door.submit(reviewer, item.taskId(), key(), verdict("APPROVED")));
        }
        assertThat(together(decisions)).allMatch(Accepted.class::isInstance);
        assertThat(workList.of(number))
                .extracting(WorkItem::element)
                .containsExactly(AuthoriseSpeaking.REPORT_PUBLICATION);
        assertThat(jdbc.sql("select count(*) from speaking_grant g join speaking_request r on r.id = g.request_id"
                                + " where r.number = ?")
                        .param(number.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void approval_and_rejection_in_the_same_second_have_one_outcome() throws Exception {
        var number = filed();
        var decisions = new ArrayList<Callable<Answer>>();
        var verdicts = new ArrayList<>(List.of("APPROVED", "REJECTED"));
        for (var item : workList.of(number)) {
            var reviewer = claim(item);
            var verdict = verdicts.remove(0);
            decisions.add(() -> door.submit(reviewer, item.taskId(), key(), verdict(verdict)));
        }
        together(decisions);
        assertThat(status(number)).isEqualTo("REJECTED");
        assertThat(workList.of(number)).isEmpty();
    }

    @Test
    void a_double_click_with_two_keys_decides_once() {
        var number = filed();
        var item = workList.of(number).get(0);
        var reviewer = claim(item);
        assertThat(door.submit(reviewer, item.taskId(), key(), verdict("APPROVED")))
                .isInstanceOf(Accepted.class);
        assertThat(kind(door.submit(reviewer, item.taskId(), key(), verdict("REJECTED"))))
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(status(number)).isEqualTo("IN_REVIEW");
    }

    @Test
    void a_step_is_taken_before_it_is_decided_and_only_by_whom_it_is_offered_to() {
        var number = filed();
        var offered = workList.of(number).stream()
                .filter(item -> item.assignee() == null)
                .findFirst()
                .orElseThrow();
        var candidate = candidate(offered);
        assertThat(kind(door.submit(candidate, offered.taskId(), key(), verdict("APPROVED"))))
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(kind(door.submit(requester, offered.taskId(), key(), verdict("APPROVED"))))
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(workList.claim(requester, offered.taskId())).isEqualTo(Claim.NOT_YOURS);
    }

    @Test
    void nobody_reviews_what_they_filed_for_somebody_else_by_any_path() {
        var editor = people.holders(Role.COMMUNICATIONS).get(0);
        var other = people.holders(Role.COMMUNICATIONS).get(1);
        var forSomebody = fields();
        forSomebody.put("speaker", requester.value());
        var number = new BusinessNumber(
                ((Accepted) door.start(editor, AuthoriseSpeaking.PROCESS, key(), forSomebody)).number());
        var offered = workList.of(number).stream()
                .filter(item -> item.groups().contains(Role.COMMUNICATIONS))
                .findFirst()
                .orElseThrow();
        assertThat(workList.claim(editor, offered.taskId())).isEqualTo(Claim.CONFLICT);
        assertThat(workList.assign(offered.taskId(), editor)).isEqualTo(Claim.CONFLICT);
        assertThat(workList.claim(other, offered.taskId())).isEqualTo(Claim.DONE);
        for (var barred : List.of(editor, requester)) {
            var handedOver = door.act(
                    other, offered.taskId(), "hand-over", key(), Map.of("to", barred.value(), "note", "请代为处理"));
            assertThat(((Refused) handedOver).reasons())
                    .extracting(Refusal::field)
                    .containsExactly("to");
        }
        assertThat(workList.find(offered.taskId()).orElseThrow().assignee()).isEqualTo(other);
    }

    @Test
    void wrong_fields_are_named_one_by_one_and_nothing_is_written() {
        var before = requests();
        var wrong = fields();
        wrong.put("text", "长".repeat(100_000));
        wrong.put("audience", "EVERYBODY");
        wrong.remove("title");
        wrong.put("approved", true);
        var unreadable = (Refused) start(key(), wrong);
        assertThat(unreadable.reasons()).extracting(Refusal::field).containsExactly("audience", "approved");
        wrong.put("audience", "PUBLIC");
        wrong.remove("approved");
        var refused = (Refused) start(key(), wrong);
        assertThat(refused.reasons()).extracting(Refusal::field).containsExactlyInAnyOrder("text", "title");
        wrong.put("text", TEXT);
        wrong.put("title", "一件事");
        wrong.put("windowFrom", "2026-11-20T09:00");
        wrong.put("urgent", true);
        var rules = (Refused) start(key(), wrong);
        assertThat(rules.reasons()).extracting(Refusal::field).contains("windowFrom", "urgentReason");
        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void a_submission_that_says_nothing_is_refused_field_by_field() {
        var nothing = (Refused) start(key(), Map.of());
        assertThat(nothing.kind()).isEqualTo(Kind.INVALID);
        assertThat(nothing.reasons()).extracting(Refusal::field).contains("title", "text", "contentClasses");
        var unticked = fields();
        unticked.put("contentClasses", "");
        assertThat(((Refused) start(key(), unticked)).reasons())
                .extracting(Refusal::field)
                .containsExactly("contentClasses");
    }

    @Test
    void a_year_nobody_has_entered_is_named_and_nothing_happens() {
        clock.moveTo(Instant.parse("2026-12-30T02:00:00Z"));
        var before = requests();
        var late = fields();
        late.put("windowFrom", "2026-12-30T10:00");
        late.put("windowUntil", "2027-01-04T18:00");
        assertThat(((Refused) start(key(), late)).reasons())
                .containsExactly(Refusal.at("windowUntil", "speaking.refused.windowCalendar", "2027"));
        // It ends this year, and Legal's two working days do not.
        late.put("windowUntil", "2026-12-30T12:00");
        late.put("contentClasses", "CUSTOMER_REFERENCE");
        assertThat(((Refused) start(key(), late)).reasons())
                .containsExactly(Refusal.because("frontdoor.calendarMissing", "2027"));
        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void nobodys_words_reach_the_engine_or_the_audit_chain() {
        var canary = "CANARY-" + UUID.randomUUID();
        var fields = fields();
        fields.put("title", canary);
        fields.put("text", canary);
        fields.put("purpose", canary);
        var number = ((Accepted) start(key(), fields)).number();
        assertThat(runtime.createVariableInstanceQuery().list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("CANARY"));
        assertThat(jdbc.sql("select count(*) from audit_entry where facts like '%CANARY%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(number).startsWith("SR-");
    }

    @Test
    void tasklist_submits_only_with_camundas_token_and_only_known_fields() {
        var number = filed();
        var item = workList.of(number).stream()
                .filter(one -> one.assignee() != null)
                .findFirst()
                .orElseThrow();
        var manager = visitor(item.assignee());
        manager.get(ENGINE.replace("/engine/default", "/"));
        manager.get("/camunda/app/tasklist/default/");
        var path = ENGINE + "/task/" + item.taskId() + "/submit-form";
        var forged = "{\"variables\":{\"submissionKey\":{\"value\":\"" + key()
                + "\"},\"verdict\":{\"value\":\"APPROVED\"},\"reason\":{\"value\":\"好\"},\"reviewedText\":{\"value\":\""
                + Sha256.of(TEXT) + "\"},\"roundOver\":{\"value\":false}}}";
        assertThat(manager.postJson(path, forged).statusCode()).isEqualTo(403);
        var token = manager.cookie("XSRF-TOKEN").orElseThrow();
        var refused = manager.postJson(path, forged, "X-XSRF-TOKEN", token);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("roundOver");
        assertThat(status(number)).isEqualTo("IN_REVIEW");
        var honest = forged.replace(",\"roundOver\":{\"value\":false}", "");
        assertThat(manager.postJson(path, honest, "X-XSRF-TOKEN", token).statusCode())
                .isEqualTo(204);
        assertThat(workList.find(item.taskId())).isEmpty();
    }

    @Test
    void expressions_in_a_task_list_query_are_refused_before_the_engine_sees_them() {
        var visitor = visitor(requester);
        visitor.get("/camunda/app/tasklist/default/");
        var token = visitor.cookie("XSRF-TOKEN").orElseThrow();
        var query = "{\"orQueries\":[{\"assigneeExpression\":\"${''.getClass()}\"}],\"sorting\":[]}";
        assertThat(visitor.postJson(ENGINE + "/filter/mine/list", query, "X-XSRF-TOKEN", token)
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.postJson(ENGINE + "/task", query, "X-XSRF-TOKEN", token)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/tasklist/user",
                ENGINE + "/process-instance",
                ENGINE + "/process-instance/count",
                ENGINE + "/variable-instance",
                ENGINE + "/task/count",
                ENGINE + "/user",
                ENGINE + "/history/task",
                ENGINE + "/history/variable-instance",
                ENGINE + "/metrics",
                ENGINE + "/deployment",
                ENGINE + "/process-definition/statistics",
                ENGINE + "/task.json",
                ENGINE + "/task/",
                ENGINE + "/task;x=1/count",
                ENGINE + "/%74ask/count",
                ENGINE + "//task/count",
                "/camunda/api/cockpit/plugin/base/default/incident/count",
                "/camunda/app/admin/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/api/admin/setup/default/user/create",
                "/engine-rest/task"
            })
    void nothing_else_of_the_engine_is_there(String path) {
        assertThat(visitor(requester).get(path).statusCode()).isIn(400, 404);
    }

    private Visitor visitor(PersonId person) {
        var visitor = new Visitor(port);
        var login = jdbc.sql("select login from person where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
        assertThat(visitor.signIn(login, DemoCompany.PASSWORD).statusCode()).isEqualTo(302);
        return visitor;
    }

    private static List<Answer> together(List<Callable<Answer>> actions) throws Exception {
        var threads = Executors.newFixedThreadPool(actions.size());
        try {
            var answers = new ArrayList<Answer>();
            for (Future<Answer> answer : threads.invokeAll(actions)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private Answer start(String key, Map<String, ?> fields) {
        return door.start(requester, AuthoriseSpeaking.PROCESS, key, fields);
    }

    private BusinessNumber filed() {
        return new BusinessNumber(((Accepted) start(key(), fields())).number());
    }

    private static HashMap<String, Object> fields() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("channel", "OCCASION"),
                Map.entry("occasion", "杭州开发者大会"),
                Map.entry("title", "一件事"),
                Map.entry("text", TEXT),
                Map.entry("speakingAs", "COMPANY"),
                Map.entry("contentClasses", "GENERAL"),
                Map.entry("audience", "PUBLIC"),
                Map.entry("purpose", "技术交流"),
                Map.entry("windowFrom", "2026-11-24T09:00"),
                Map.entry("windowUntil", "2026-12-01T18:00")));
    }

    private static Map<String, Object> verdict(String verdict) {
        return Map.of(
                "verdict",
                verdict,
                "reason",
                "看过了",
                "reviewedText",
                Sha256.of(TEXT).value());
    }

    private PersonId claim(WorkItem item) {
        if (item.assignee() != null) {
            return item.assignee();
        }
        var reviewer = candidate(item);
        assertThat(workList.claim(reviewer, item.taskId())).isEqualTo(Claim.DONE);
        return reviewer;
    }

    private PersonId candidate(WorkItem item) {
        return item.groups().stream()
                .flatMap(role -> people.holders(role).stream())
                .filter(person -> workList.mayAct(person, item))
                .findFirst()
                .orElseThrow();
    }

    private String status(BusinessNumber number) {
        return jdbc.sql("select status from speaking_request where number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    private long requests() {
        return jdbc.sql("select count(*) from speaking_request")
                .query(Long.class)
                .single();
    }

    private static Kind kind(Answer answer) {
        return ((Refused) answer).kind();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
