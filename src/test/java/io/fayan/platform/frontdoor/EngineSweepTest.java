package io.fayan.platform.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.worklist.WorkList;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.support.DemoCompany;
import io.fayan.support.Visitor;
import io.fayan.support.WiringTest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every path and method of the engine's own description and of Camunda's applications, asked by people of every kind about
 * somebody else's request. What answers, and how, stands here; everything else is not there, however it is spelled.
 */
@WiringTest
class EngineSweepTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** Where Camunda's starters would put the same surface. */
    private static final List<String> ELSEWHERE =
            List.of("/engine-rest", "/engine-rest/engine/default", "/rest", "/camunda/engine-rest");

    private static final String NOBODY = "nobody";
    private static final String OPERATIONS = "mo.yifan";
    private static final Map<String, String> PEOPLE = Map.of(
            "employee", "du.mingxuan",
            "manager", "tang.jiahui",
            "reviewer", "cheng.shuning",
            "human resources", "deng.ke",
            "investigator", "wan.shuyao",
            "auditor", "wen.qiyu",
            "administrator", "liu.cheng",
            "operations", OPERATIONS);

    /** What Tasklist needs; the step is another person's, so what would show or move it says no. */
    private static final Map<String, Integer> EVERYBODY = Map.ofEntries(
            Map.entry("GET /filter", 200),
            Map.entry("GET /filter/count", 200),
            Map.entry("OPTIONS /filter", 200),
            Map.entry("POST /filter/{id}/list", 200),
            Map.entry("GET /task", 200),
            Map.entry("GET /task/{id}/form-variables", 200),
            Map.entry("GET /task/{id}/comment", 200),
            Map.entry("GET /history/user-operation", 200),
            Map.entry("GET /history/user-operation/count", 200),
            Map.entry("POST /task/{id}/claim", 400),
            Map.entry("POST /task/{id}/unclaim", 400),
            Map.entry("POST /task/{id}/submit-form", 400),
            Map.entry("GET /process-definition", 200),
            Map.entry("GET /process-definition/count", 200),
            Map.entry("GET /process-definition/{id}/startForm", 200),
            Map.entry("GET /process-definition/{id}/form-variables", 200),
            Map.entry("GET /process-definition/{id}/xml", 200),
            Map.entry("POST /process-definition/{id}/submit-form", 400));

    /** What Cockpit needs besides; a change without its fields is none. */
    private static final Map<String, Integer> OPERATIONS_BESIDES = Map.ofEntries(
            Map.entry("GET /process-definition/statistics", 200),
            Map.entry("GET /process-definition/{id}", 200),
            Map.entry("GET /process-definition/{id}/statistics", 200),
            Map.entry("PUT /process-definition/{id}/suspended", 400),
            Map.entry("POST /process-instance", 200),
            Map.entry("POST /process-instance/count", 200),
            Map.entry("GET /process-instance/{id}", 200),
            Map.entry("GET /process-instance/{id}/activity-instances", 200),
            Map.entry("PUT /process-instance/{id}/suspended", 400),
            Map.entry("POST /job", 200),
            Map.entry("GET /job/count", 200),
            Map.entry("POST /job/count", 200),
            Map.entry("GET /job/{id}", 200),
            Map.entry("GET /job/{id}/stacktrace", 204),
            Map.entry("PUT /job/{id}/retries", 400),
            Map.entry("PUT /job/{id}/suspended", 400),
            Map.entry("GET /job-definition", 200),
            Map.entry("GET /job-definition/count", 200),
            Map.entry("GET /job-definition/{id}", 200),
            Map.entry("PUT /job-definition/{id}/suspended", 400),
            Map.entry("GET /task/count", 200),
            Map.entry("GET /decision-definition/count", 200),
            Map.entry("GET /case-definition/count", 200),
            Map.entry("GET /deployment/count", 200));

    /** Cockpit puts a slash behind these. */
    private static final Set<String> WITH_A_SLASH = Set.of(
            "PUT /process-definition/{id}/suspended",
            "PUT /process-instance/{id}/suspended",
            "PUT /job-definition/{id}/suspended");

    /** Endpoints of the applications themselves, which no description lists. */
    private static final Map<String, Integer> APPLICATIONS = applications();

    private static final Map<String, Integer> COCKPIT = Map.ofEntries(
            Map.entry("GET /app/cockpit/", 302),
            Map.entry("GET /app/cockpit/default/", 200),
            Map.entry("GET /app/cockpit/scripts/config.js", 200),
            Map.entry("GET /api/cockpit/plugin/cockpitPlugins/static/app/plugin.js", 200),
            Map.entry("GET /api/cockpit/plugin/base/default/process-definition/statistics", 200),
            Map.entry("GET /api/cockpit/plugin/base/default/process-definition/statistics-count", 200),
            Map.entry("POST /api/cockpit/plugin/base/default/process-definition/{id}/called-process-definitions", 200),
            Map.entry("POST /api/cockpit/plugin/base/default/process-instance", 200),
            Map.entry("POST /api/cockpit/plugin/base/default/process-instance/count", 200),
            Map.entry("POST /api/cockpit/plugin/base/default/process-instance/{id}/called-process-instances", 200),
            Map.entry("POST /api/cockpit/plugin/base/default/incident/", 200),
            Map.entry("POST /api/cockpit/plugin/base/default/incident/count", 200));

    private static Map<String, Integer> applications() {
        var calls = new LinkedHashMap<String, Integer>();
        calls.put("GET /app/tasklist/", 302);
        calls.put("GET /app/tasklist/default/", 200);
        calls.put("GET /app/tasklist/scripts/config.js", 200);
        calls.put("GET /api/tasklist/plugin/tasklistPlugins/static/app/plugin.js", 200);
        calls.put("GET /api/engine/engine/", 200);
        calls.put("GET /api/admin/auth/user/default", 200);
        for (var absent : List.of(
                "GET /",
                "GET /app/",
                "GET /app/admin/",
                "GET /app/admin/default/",
                "GET /app/admin/default/setup",
                "GET /app/admin/scripts/config.js",
                "GET /app/welcome/default/",
                "GET /app/tasklist/default/../../admin/default/",
                "GET /api/engine",
                "GET /api/engine/engine",
                "GET /api/engine/engine/other/task",
                "GET /api/engine/version",
                "POST /api/admin/setup/default/user/create",
                "POST /api/admin/auth/user/default/login/tasklist",
                "POST /api/admin/auth/user/default/login/admin",
                "POST /api/admin/auth/user/default/logout",
                "GET /api/admin/plugin/adminPlugins/static/app/plugin.js",
                "GET /api/admin/plugin/adminPlugins/default/metrics/aggregated",
                "GET /api/welcome/plugin/welcomePlugins/static/app/plugin.js",
                "GET /api/tasklist/plugin/tasklistPlugins/static/app/../plugin.js",
                "GET /api/cockpit/plugin/base/default/incident",
                "GET /api/cockpit/plugin/base/default/incident/count",
                "GET /api/cockpit/plugin/base/default/process-instance",
                "GET /api/cockpit/plugin/base/default/process-instance/count",
                "GET /api/cockpit/plugin/base/default/process-instance/{id}/called-process-instances",
                "GET /api/cockpit/plugin/base/default/process-definition/{id}/called-process-definitions",
                "POST /api/cockpit/plugin/history/default/incident/")) {
            calls.put(absent, 404);
        }
        return calls;
    }

    private record Call(String method, String template) {
        static Call of(String call) {
            return new Call(call.substring(0, call.indexOf(' ')), call.substring(call.indexOf(' ') + 1));
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    FrontDoor door;

    @Autowired
    WorkList workList;

    @Autowired
    DemoCompany company;

    @Autowired
    MovableClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    String canary;
    final Map<String, String> ids = new HashMap<>();
    final Map<String, Visitor> visitors = new LinkedHashMap<>();

    @BeforeEach
    void somebody_elses_request_waits() {
        company.movesIn();
        company.canSignIn();
        clock.moveTo(Instant.parse("2026-11-23T02:00:00Z"));
        canary = "CANARY" + UUID.randomUUID().toString().replace("-", "");
        var number = new BusinessNumber(((Accepted) start()).number());
        var running = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        var timer =
                management.createJobQuery().processInstanceId(running.getId()).singleResult();
        var task = workList.of(number).stream()
                .filter(item -> item.assignee() != null)
                .findFirst()
                .orElseThrow();
        ids.put("task", task.taskId());
        ids.put("process-instance", running.getId());
        ids.put("execution", running.getId());
        ids.put("process-definition", running.getProcessDefinitionId());
        ids.put("job", timer.getId());
        ids.put("job-definition", timer.getJobDefinitionId());
        ids.put("deployment", timer.getDeploymentId());
        ids.put("filter", "mine");
        ids.put("user", task.assignee().value());
        ids.put("group", "communications");
        ids.put(
                "variable-instance",
                one("select min(ID_) from ACT_RU_VARIABLE where PROC_INST_ID_ = ?", running.getId()));
        ids.put("decision-definition", one("select min(ID_) from ACT_RE_DECISION_DEF where ID_ <> ?", ""));
        visitors.put(NOBODY, new Visitor(port));
        PEOPLE.forEach((kind, login) -> {
            var visitor = new Visitor(port);
            assertThat(visitor.signIn(login, DemoCompany.PASSWORD).statusCode()).isEqualTo(302);
            visitor.get("/camunda/app/tasklist/default/");
            assertThat(visitor.cookie("XSRF-TOKEN")).isPresent();
            visitors.put(kind, visitor);
        });
    }

    @AfterEach
    void release_time() {
        clock.release();
    }

    @Test
    void only_what_tasklist_and_cockpit_need_answers_and_nobodys_words_leave() throws IOException {
        var described = described();
        assertThat(described).hasSizeGreaterThan(350);
        assertThat(described.stream().map(Call::toString))
                .containsAll(EVERYBODY.keySet())
                .containsAll(OPERATIONS_BESIDES.keySet());
        var before = state();
        var wrong = new ArrayList<String>();

        visitors.forEach((kind, visitor) -> described.parallelStream()
                .map(call -> findings(kind, visitor, call, ENGINE + filled(call), expected(kind, call)))
                .forEachOrdered(wrong::addAll));
        visitors.forEach((kind, visitor) -> Stream.of(APPLICATIONS, COCKPIT)
                .flatMap(calls -> calls.keySet().stream())
                .map(Call::of)
                .map(call ->
                        findings(kind, visitor, call, "/camunda" + filled(call), expectedOfApplications(kind, call)))
                .forEachOrdered(wrong::addAll));

        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void no_other_spelling_and_no_other_place_answers() throws IOException {
        var described = described();
        var before = state();
        var wrong = new ArrayList<String>();
        for (var kind : List.of(NOBODY, "employee", "operations")) {
            var visitor = visitors.get(kind);
            described.parallelStream()
                    .flatMap(call -> spellings(filled(call))
                            .filter(path -> !(WITH_A_SLASH.contains(call.toString()) && path.endsWith("/")))
                            .map(path -> absent(kind, visitor, call.method(), ENGINE + path)))
                    .forEachOrdered(wrong::addAll);
            described.parallelStream()
                    .flatMap(call ->
                            ELSEWHERE.stream().map(place -> absent(kind, visitor, call.method(), place + filled(call))))
                    .forEachOrdered(wrong::addAll);
            described.parallelStream()
                    .filter(call -> call.method().equals("GET"))
                    .map(call -> absent(kind, visitor, "HEAD", ENGINE + filled(call)))
                    .forEachOrdered(wrong::addAll);
        }
        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    private static Stream<String> spellings(String path) {
        var end = path.indexOf('/', 1);
        var first = end < 0 ? path : path.substring(0, end);
        var rest = end < 0 ? "" : path.substring(end);
        var last = path.lastIndexOf('/');
        return Stream.of(
                path + "/",
                path + ".json",
                path + ";x=y",
                path + "%20",
                path + "%00",
                first + ";x=y" + rest,
                "/" + path,
                "/%2e" + path,
                "/x/%2e%2e" + path,
                "/x/.." + path,
                "/%" + Integer.toHexString(first.charAt(1)) + first.substring(2) + rest,
                first.toUpperCase(Locale.ROOT) + rest,
                path.substring(0, last) + "%2F" + path.substring(last + 1));
    }

    private int expected(String kind, Call call) {
        if (kind.equals(NOBODY)) {
            return 401;
        }
        var ofOperations = kind.equals("operations") ? OPERATIONS_BESIDES.get(call.toString()) : null;
        return ofOperations != null ? ofOperations : EVERYBODY.getOrDefault(call.toString(), 404);
    }

    private int expectedOfApplications(String kind, Call call) {
        if (kind.equals(NOBODY)) {
            return call.template().startsWith("/api/") ? 401 : 302;
        }
        var ofCockpit = kind.equals("operations") ? COCKPIT.get(call.toString()) : null;
        return ofCockpit != null ? ofCockpit : APPLICATIONS.getOrDefault(call.toString(), 404);
    }

    private List<String> findings(String kind, Visitor visitor, Call call, String path, int expected) {
        var answer = visitor.send(call.method(), path, "{}");
        var found = new ArrayList<String>();
        // What is spelled with dots never gets as far as the list.
        if (answer.statusCode() != expected && !(path.contains("..") && answer.statusCode() == 400)) {
            found.add("%s: %s is %d, not %d".formatted(kind, call, answer.statusCode(), expected));
        }
        if (answer.body().contains(canary)) {
            found.add("%s: %s tells what somebody wrote".formatted(kind, call));
        }
        return found;
    }

    private List<String> absent(String kind, Visitor visitor, String method, String path) {
        var answer = visitor.send(method, path, "{}");
        var refused = kind.equals(NOBODY) ? List.of(302, 400, 401, 403, 404) : List.of(400, 404, 405);
        return refused.contains(answer.statusCode()) && !answer.body().contains(canary)
                ? List.of()
                : List.of("%s: %s %s is %d".formatted(kind, method, path, answer.statusCode()));
    }

    /** Every call of the engine's own description, and what it leaves out: case definitions, which nobody models any more. */
    private static List<Call> described() throws IOException {
        var paths = new ObjectMapper()
                .readTree(new ClassPathResource("openapi.json").getInputStream())
                .get("paths");
        var calls = new ArrayList<Call>();
        calls.add(Call.of("GET /case-definition/count"));
        paths.properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> calls.add(new Call(method.toUpperCase(Locale.ROOT), path.getKey()))));
        return calls;
    }

    /** Somebody else's ids for the names in braces. */
    private String filled(Call call) {
        var path = call.template();
        for (var about : ids.keySet()) {
            if (path.matches("(?:/history|/api/cockpit/plugin/base/default)?/" + about + "/\\{.*")) {
                path = path.replace("{id}", ids.get(about)).replace("{userId}", ids.get(about));
            }
        }
        return path.replace("{key}", AuthoriseSpeaking.PROCESS)
                .replace("{varName}", "item")
                .replace("{userId}", ids.get("user"))
                .replace("{groupId}", ids.get("group"))
                .replaceAll("\\{[^}]+}", ids.get("process-instance"));
    }

    /** What a call that slipped through would have changed. */
    private Map<String, Long> state() {
        var counts = new LinkedHashMap<String, Long>();
        for (var table : List.of(
                "ACT_RU_TASK",
                "ACT_RU_EXECUTION",
                "ACT_RU_VARIABLE",
                "ACT_RU_JOB",
                "ACT_RU_AUTHORIZATION",
                "ACT_RU_BATCH",
                "ACT_RE_DEPLOYMENT",
                "ACT_ID_USER",
                "ACT_ID_MEMBERSHIP",
                "ACT_ID_INFO",
                "ACT_HI_OP_LOG",
                "audit_entry",
                "work_item")) {
            counts.put(
                    table,
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        counts.put(
                "suspended",
                jdbc.sql("select count(*) from ACT_RU_EXECUTION where SUSPENSION_STATE_ <> 1")
                        .query(Long.class)
                        .single());
        return counts;
    }

    private String one(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(String.class).single();
    }

    private Answer start() {
        return door.start(
                new PersonId("F0025"),
                AuthoriseSpeaking.PROCESS,
                UUID.randomUUID().toString(),
                new HashMap<>(Map.ofEntries(
                        Map.entry("channel", "OCCASION"),
                        Map.entry("occasion", canary),
                        Map.entry("title", canary),
                        Map.entry("text", canary),
                        Map.entry("speakingAs", "COMPANY"),
                        Map.entry("contentClasses", "GENERAL"),
                        Map.entry("audience", "PUBLIC"),
                        Map.entry("purpose", canary),
                        Map.entry("windowFrom", "2026-11-24T09:00"),
                        Map.entry("windowUntil", "2026-12-01T18:00"))));
    }
}
