package io.fayan.platform.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Answer;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.Answer.Refused;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.worklist.WorkList;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.support.DemoCompany;
import io.fayan.support.Visitor;
import io.fayan.support.WiringTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operations sees that something hangs and where, lets it go on, and learns nothing of what people wrote. Nobody else. */
@WiringTest
class CockpitTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String PLUGIN = "/camunda/api/cockpit/plugin/base/default";
    private static final String OPERATIONS = "mo.yifan";
    private static final List<String> OTHERS = List.of(
            "li.wei", // an employee
            "shi.songtao", // a manager
            "gu.weizhen", // a reviewer
            "feng.jingshu", // human resources
            "luo.jingming", // the policy's owner, who investigates
            "wen.qiyu", // an auditor
            "liu.cheng"); // an administrator

    private static final String FAILING =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="failing" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/>
                <sequenceFlow id="flow" sourceRef="start" targetRef="task"/>
                <serviceTask id="task" camunda:asyncBefore="true" camunda:expression="${%s.fails}"/>
              </process>
            </definitions>
            """;

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
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    String canary;
    PersonId requester;
    BusinessNumber number;
    String instance;
    String definition;
    String job;
    String jobDefinition;
    String deployment;
    String failed;

    @BeforeEach
    void a_request_waits_and_a_job_has_failed() {
        company.movesIn();
        company.canSignIn();
        clock.moveTo(Instant.parse("2026-11-23T02:00:00Z"));
        canary = "CANARY" + UUID.randomUUID().toString().replace("-", "");
        requester = people.search("li.wei", null, 0, 1).persons().get(0).id();
        number = filed();
        var running = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        instance = running.getId();
        definition = running.getProcessDefinitionId();
        var timer = management.createJobQuery().processInstanceId(instance).singleResult();
        job = timer.getId();
        jobDefinition = timer.getJobDefinitionId();
        deployment = repository
                .createDeployment()
                .addString("failing.bpmn", FAILING.formatted(canary))
                .deploy()
                .getId();
        var failing = runtime.startProcessInstanceByKey("failing");
        failed = management
                .createJobQuery()
                .processInstanceId(failing.getId())
                .singleResult()
                .getId();
        management.setJobRetries(failed, 1);
        assertThatThrownBy(() -> management.executeJob(failed)).hasMessageContaining(canary);
        management.setJobRetries(failed, 0);
    }

    @AfterEach
    void clean_up() {
        repository.deleteDeployment(deployment, true);
        repository.activateProcessDefinitionById(definition, true, null);
        clock.release();
    }

    private record Read(String method, String path, String body) {}

    private static Read get(String path) {
        return new Read("GET", path, "");
    }

    private static Read ask(String path, String body) {
        return new Read("POST", path, body.replace('\'', '"'));
    }

    /** What Cockpit's pages ask for, and Tasklist does not. */
    private List<Read> reads() {
        var ofDefinition = "{'processDefinitionId':'" + definition + "'}";
        var incidents = "{'processInstanceIdIn':['" + instance
                + "'],'sortBy':'incidentType','sortOrder':'asc','activityIdIn':[]}";
        var all = "{'processDefinitionIdIn':[],'sortBy':'incidentType','sortOrder':'asc','activityIdIn':[]}";
        var jobs = "{'processInstanceId':'" + instance
                + "','firstResult':0,'maxResults':50,'sorting':[{'sortBy':'jobId','sortOrder':'desc'}]}";
        return List.of(
                get("/camunda/app/cockpit/default/"),
                get("/camunda/app/cockpit/scripts/config.js"),
                get("/camunda/app/cockpit/styles/user-styles.css"),
                get("/camunda/app/cockpit/locales/en.json"),
                get("/camunda/app/cockpit/locales/zh-TW.json"),
                get("/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js"),
                get(ENGINE + "/process-definition/statistics?rootIncidents=true"),
                get(ENGINE + "/task/count?unfinished=true&assigned=true"),
                get(ENGINE + "/decision-definition/count?latestVersion=true"),
                get(ENGINE + "/deployment/count"),
                get(PLUGIN + "/process-definition/statistics-count"),
                get(PLUGIN + "/process-definition/statistics?firstResult=0&maxResults=50&sortBy=name&sortOrder=asc"),
                get(ENGINE + "/process-definition/" + definition),
                get(ENGINE + "/process-definition/" + definition + "/statistics?incidents=true"),
                ask(
                        PLUGIN + "/process-definition/" + definition + "/called-process-definitions",
                        "{'parentProcessDefinitionId':'" + definition + "','activityIdIn':[]}"),
                ask(ENGINE + "/process-instance/count", ofDefinition),
                ask(ENGINE + "/process-instance?maxResults=1", "{'subProcessInstance':'" + instance + "'}"),
                get(ENGINE + "/process-instance/" + instance),
                get(ENGINE + "/process-instance/" + instance + "/activity-instances"),
                ask(PLUGIN + "/process-instance/count", ofDefinition),
                ask(
                        PLUGIN + "/process-instance?firstResult=0&maxResults=50&sortBy=startTime&sortOrder=desc",
                        "{'firstResult':0,'maxResults':50,'sortBy':'startTime','sortOrder':'desc','businessKey':'"
                                + number + "','processDefinitionId':'" + definition + "'}"),
                ask(
                        PLUGIN + "/process-instance/" + instance + "/called-process-instances",
                        "{'replace':true,'activityInstanceIdIn':[]}"),
                ask(PLUGIN + "/incident/count", incidents),
                ask(PLUGIN + "/incident/?firstResult=0&maxResults=50", incidents),
                ask(PLUGIN + "/incident/?firstResult=0&maxResults=50", all),
                get(ENGINE + "/job/count?processInstanceId=" + instance
                        + "&firstResult=0&maxResults=50&sorting%5BsortBy%5D=jobId&sorting%5BsortOrder%5D=desc"),
                ask(ENGINE + "/job?firstResult=0&maxResults=50", jobs),
                ask(ENGINE + "/job/count", "{'withException':true,'noRetriesLeft':true}"),
                ask(ENGINE + "/job?firstResult=0&maxResults=50", "{'withException':true}"),
                get(ENGINE + "/job/" + job),
                get(ENGINE + "/job/" + failed),
                get(ENGINE + "/job/" + failed + "/stacktrace"),
                get(ENGINE + "/job-definition/count?processDefinitionId=" + definition),
                get(ENGINE + "/job-definition?processDefinitionId=" + definition + "&firstResult=0&maxResults=2000"),
                get(ENGINE + "/job-definition/" + jobDefinition));
    }

    @Test
    void operations_sees_what_runs_and_nothing_of_what_people_wrote() {
        var operations = visitor(OPERATIONS);
        for (var read : reads()) {
            var answer = operations.send(read.method(), read.path(), read.body());
            assertThat(answer.statusCode()).as(read.path()).isEqualTo(200);
            assertThat(answer.body())
                    .as(read.path())
                    .doesNotContain(canary)
                    .doesNotContain(requester.value())
                    .doesNotContain("li.wei")
                    .doesNotContain("@example.com");
        }
        assertThat(operations.get(ENGINE + "/job/" + failed + "/stacktrace").body())
                .contains("PropertyNotFoundException");
        var definitions =
                operations.get(ENGINE + "/process-definition?key=authorise-speaking&sortBy=version&sortOrder=desc");
        assertThat(definitions.body()).contains(definition);
        assertThat(operations
                        .get(ENGINE + "/process-definition/count?latest=true")
                        .body())
                .contains("\"count\":2");
        assertThat(operations
                        .get(ENGINE + "/process-definition?latest=true&startableInTasklist=true")
                        .body())
                .doesNotContain("failing");
        assertThat(operations.get("/camunda/api/admin/auth/user/default").body())
                .contains("cockpit")
                .doesNotContain("admin\"");
        assertThat(operations.get("/").body()).contains("/camunda/app/cockpit/default/");
    }

    @Test
    void the_engine_keeps_no_words_of_a_failure_in_any_table() {
        assertThat(management.getJobExceptionStacktrace(failed)).contains("PropertyNotFoundException");
        for (var table : List.of(
                "ACT_RU_JOB where EXCEPTION_MSG_",
                "ACT_RU_INCIDENT where INCIDENT_MSG_",
                "ACT_HI_INCIDENT where INCIDENT_MSG_",
                "ACT_HI_JOB_LOG where JOB_EXCEPTION_MSG_")) {
            assertThat(jdbc.sql("select count(*) from " + table + " like ?")
                            .param("%CANARY%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
            assertThat(jdbc.sql("select count(*) from " + table + " like ?")
                            .param("%PropertyNotFoundException%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isPositive();
        }
        assertThat(jdbc.sql("select b.BYTES_ from ACT_GE_BYTEARRAY b join ACT_HI_JOB_LOG l"
                                + " on l.JOB_EXCEPTION_STACK_ID_ = b.ID_")
                        .query((row, index) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .list())
                .isNotEmpty()
                .noneMatch(trace -> trace.contains("CANARY"));
    }

    @Test
    void nobody_else_does() {
        for (var other : OTHERS) {
            var visitor = visitor(other);
            for (var read : reads()) {
                assertThat(visitor.send(read.method(), read.path(), read.body()).statusCode())
                        .as(other + " " + read.path())
                        .isEqualTo(404);
            }
            for (var write : writes()) {
                assertThat(visitor.send("PUT", write.path(), write.body()).statusCode())
                        .as(other + " " + write.path())
                        .isEqualTo(404);
            }
            assertThat(visitor.get(ENGINE + "/process-definition?key=failing").body())
                    .doesNotContain("failing:");
            assertThat(visitor.get("/camunda/api/admin/auth/user/default").body())
                    .doesNotContain("cockpit");
            assertThat(visitor.get("/").body()).doesNotContain("/camunda/app/cockpit/");
        }
        var stranger = new Visitor(port);
        for (var read : reads()) {
            assertThat(stranger.send(read.method(), read.path(), read.body()).statusCode())
                    .as(read.path())
                    .isIn(302, 401);
        }
        assertThat(runtime.createProcessInstanceQuery().suspended().count()).isZero();
    }

    @Test
    void the_role_is_the_rows_not_the_sessions() {
        var operations = visitor(OPERATIONS);
        var row = jdbc.sql("select id from person where login = ?")
                .param(OPERATIONS)
                .query(String.class)
                .single();
        jdbc.sql("delete from person_role where person_id = ?").param(row).update();
        try {
            assertThat(operations.get("/camunda/app/cockpit/default/").statusCode())
                    .isEqualTo(404);
            assertThat(operations.get(ENGINE + "/job/" + job).statusCode()).isEqualTo(404);
            assertThat(suspend(operations, "process-instance/" + instance, true))
                    .isEqualTo(404);
        } finally {
            jdbc.sql("insert into person_role (person_id, role) values (?, 'OPERATIONS')")
                    .param(row)
                    .update();
        }
        assertThat(operations.get(ENGINE + "/job/" + job).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'orQueries':[{'processDefinitionKey':'x'}]}",
                "{'orQueries':[{'processInstanceBusinessKeyExpression':'${1}'}]}",
                "{'variables':[{'name':'item','operator':'eq','value':'x'}]}",
                "{'processInstanceId':'a','processInstanceId':'b'}",
                "{'processDefinitionId':{'x':1}}",
                "{'dueDates':[{'operator':'gt','value':'2026-01-01T00:00:00'}]}",
                "{'processInstanceBusinessKeyLike':'%'}",
                "{} {'orQueries':[]}",
                "[]"
            })
    void a_query_with_anything_but_known_plain_criteria_never_reaches_the_engine(String body) {
        var operations = visitor(OPERATIONS);
        for (var path : List.of(
                ENGINE + "/process-instance",
                ENGINE + "/process-instance/count",
                ENGINE + "/job",
                ENGINE + "/job/count",
                PLUGIN + "/process-instance",
                PLUGIN + "/process-instance/count",
                PLUGIN + "/process-instance/" + instance + "/called-process-instances",
                PLUGIN + "/process-definition/" + definition + "/called-process-definitions",
                PLUGIN + "/incident/",
                PLUGIN + "/incident/count")) {
            assertThat(operations.send("POST", path, body.replace('\'', '"')).statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
    }

    @Test
    void nor_does_an_address_or_a_body_in_disguise() {
        var operations = visitor(OPERATIONS);
        for (var query : List.of(
                "/job/count?dueDates=gt_2026",
                "/job/count?processInstanceId=" + instance + "&processInstanceId=" + instance,
                "/task/count?assignee=F0025",
                "/task/count?processVariables=item_eq_x",
                "/process-definition?key=x&startableBy=F0025",
                "/process-definition/" + definition + "?x=1",
                "/job-definition?withException=true")) {
            assertThat(operations.get(ENGINE + query).statusCode()).as(query).isEqualTo(400);
        }
        var query = "{\"orQueries\":[]}";
        for (var disguise : List.of("text/json", "application/json;charset=UTF-16", "application/hal+json")) {
            assertThat(operations
                            .send(
                                    "POST",
                                    ENGINE + "/job",
                                    query.getBytes(StandardCharsets.UTF_16),
                                    "Content-Type",
                                    disguise)
                            .statusCode())
                    .as(disguise)
                    .isEqualTo(400);
        }
    }

    @Test
    void changing_anything_else_does_not_exist_for_operations_either() {
        var operations = visitor(OPERATIONS);
        var task = workList.of(number).get(0).taskId();
        var refused = List.of(
                "GET /process-instance/" + instance + "/variables",
                "PUT /process-instance/" + instance + "/variables/item",
                "POST /process-instance/" + instance + "/variables",
                "POST /process-instance/" + instance + "/modification",
                "DELETE /process-instance/" + instance,
                "POST /process-instance/delete",
                "POST /process-instance/suspended-async",
                "PUT /process-instance/suspended",
                "POST /process-instance/variables-async",
                "POST /process-instance/message-async",
                "GET /process-instance",
                "GET /variable-instance",
                "POST /variable-instance",
                "POST /variable-instance/count",
                "GET /execution",
                "POST /execution/" + instance + "/localVariables",
                "POST /execution/" + instance + "/signal",
                "POST /message",
                "POST /signal",
                "POST /condition",
                "POST /modification/execute",
                "POST /migration/execute",
                "GET /batch",
                "PUT /process-definition/suspended",
                "PUT /process-definition/key/authorise-speaking/suspended",
                "PUT /process-definition/" + definition + "/history-time-to-live",
                "POST /process-definition/" + definition + "/start",
                "POST /process-definition/" + definition + "/restart",
                "DELETE /process-definition/" + definition,
                "POST /deployment/create",
                "GET /deployment",
                "GET /deployment/" + deployment + "/resources",
                "DELETE /deployment/" + deployment,
                "POST /job/" + job + "/execute",
                "POST /job/retries",
                "PUT /job/suspended",
                "PUT /job/" + job + "/duedate",
                "POST /job/" + job + "/duedate/recalculate",
                "PUT /job/" + job + "/priority",
                "DELETE /job/" + job,
                "PUT /job-definition/suspended",
                "PUT /job-definition/" + jobDefinition + "/retries",
                "PUT /job-definition/" + jobDefinition + "/jobPriority",
                "GET /incident",
                "PUT /incident/" + instance + "/annotation",
                "POST /task",
                "POST /task/count",
                "POST /task/create",
                "POST /task/" + task + "/complete",
                "POST /task/" + task + "/assignee",
                "POST /task/" + task + "/delegate",
                "POST /task/" + task + "/identity-links",
                "POST /task/" + task + "/bpmnError",
                "PUT /task/" + task,
                "DELETE /task/" + task,
                "GET /task/" + task + "/variables",
                "PUT /task/" + task + "/variables/roundOver",
                "GET /user",
                "GET /user/count",
                "POST /user/create",
                "PUT /user/F0048/credentials",
                "GET /group",
                "POST /group",
                "PUT /group/camunda-admin/members/F0048",
                "GET /authorization",
                "POST /authorization/create",
                "GET /tenant",
                "GET /metrics",
                "GET /history/variable-instance",
                "GET /history/process-instance",
                "POST /history/process-instance",
                "GET /history/task",
                "GET /history/job-log",
                "GET /history/detail",
                "GET /history/decision-instance",
                "POST /history/process-instance/delete",
                "GET /decision-definition",
                "POST /decision-definition/key/authority/evaluate",
                "GET /external-task",
                "POST /external-task/fetchAndLock",
                "GET /telemetry/configuration",
                "GET /event-subscription");
        for (var call : refused) {
            var method = call.substring(0, call.indexOf(' '));
            var path = ENGINE + call.substring(call.indexOf(' ') + 1);
            assertThat(operations.send(method, path, "{}").statusCode())
                    .as(call)
                    .isEqualTo(404);
        }
        for (var path : List.of(
                "/camunda/app/admin/default/",
                "/camunda/app/welcome/default/",
                "/camunda/app/admin/scripts/config.js",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/cockpit/plugin/history/default/incident/",
                "/engine-rest/job")) {
            assertThat(operations.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(operations.send("POST", path, "{}").statusCode())
                    .as(path)
                    .isIn(403, 404);
        }
    }

    private record Write(String path, String body) {}

    private List<Write> writes() {
        return List.of(
                new Write(
                        ENGINE + "/process-definition/" + definition + "/suspended/",
                        "{\"suspended\":true,\"includeProcessInstances\":true,\"executionDate\":null}"),
                new Write(ENGINE + "/process-instance/" + instance + "/suspended/", "{\"suspended\":true}"),
                new Write(
                        ENGINE + "/job-definition/" + jobDefinition + "/suspended/",
                        "{\"suspended\":true,\"includeJobs\":true,\"executionDate\":null}"),
                new Write(ENGINE + "/job/" + job + "/suspended", "{\"suspended\":true}"),
                new Write(ENGINE + "/job/" + failed + "/retries", "{\"retries\":3}"));
    }

    @Test
    void nothing_is_changed_without_camundas_token() {
        var operations = visitor(OPERATIONS);
        for (var write : writes()) {
            var before = entries();
            assertThat(operations
                            .send(
                                    "PUT",
                                    write.path(),
                                    write.body().getBytes(StandardCharsets.UTF_8),
                                    "Content-Type",
                                    "application/json",
                                    "X-XSRF-TOKEN",
                                    "guessed")
                            .statusCode())
                    .as(write.path())
                    .isEqualTo(403);
            assertThat(entries()).isEqualTo(before);
        }
        assertThat(runtime.createProcessInstanceQuery().suspended().count()).isZero();
    }

    @Test
    void what_operations_changes_stands_in_the_log_of_the_matter_or_of_the_processes() {
        var operations = visitor(OPERATIONS);

        assertThat(suspend(operations, "process-instance/" + instance, true)).isEqualTo(204);
        assertThat(isSuspended()).isTrue();
        assertThat(newest(number.value())).isEqualTo("platform.suspended F0048 {\"instance\":\"" + instance + "\"}");
        assertThat(suspend(operations, "process-instance/" + instance, false)).isEqualTo(204);
        assertThat(isSuspended()).isFalse();
        assertThat(newest(number.value())).startsWith("platform.activated F0048");

        assertThat(suspend(operations, "job/" + job, true)).isEqualTo(204);
        assertThat(management.createJobQuery().jobId(job).suspended().count()).isOne();
        assertThat(newest(number.value())).isEqualTo("platform.suspended F0048 {\"job\":\"" + job + "\"}");
        assertThat(suspend(operations, "job/" + job, false)).isEqualTo(204);

        var definitionAlone = operations.send(
                "PUT",
                ENGINE + "/process-definition/" + definition + "/suspended/",
                "{\"suspended\":true,\"includeProcessInstances\":false,\"executionDate\":null}");
        assertThat(definitionAlone.statusCode()).isEqualTo(204);
        assertThat(isSuspended()).isFalse();
        assertThat(newest("configuration:processes"))
                .isEqualTo("platform.suspended F0048 {\"definition\":\"" + definition + "\",\"instances\":\"false\"}");
        assertThat(operations
                        .send(
                                "PUT",
                                ENGINE + "/process-definition/" + definition + "/suspended/",
                                "{\"suspended\":false,\"includeProcessInstances\":true}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(operations
                        .send(
                                "PUT",
                                ENGINE + "/job-definition/" + jobDefinition + "/suspended/",
                                "{\"suspended\":true,\"includeJobs\":true,\"executionDate\":null}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(management.createJobQuery().jobId(job).suspended().count()).isOne();
        assertThat(newest("configuration:processes")).contains("\"jobs\":\"true\"");
        assertThat(operations
                        .send(
                                "PUT",
                                ENGINE + "/job-definition/" + jobDefinition + "/suspended/",
                                "{\"suspended\":false,\"includeJobs\":true}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(retries(operations, failed, "3")).isEqualTo(204);
        assertThat(management.createJobQuery().jobId(failed).singleResult().getRetries())
                .isEqualTo(3);
        assertThat(runtime.createIncidentQuery().configuration(failed).count()).isZero();
        assertThat(newest("configuration:processes"))
                .isEqualTo("platform.retriesSet F0048 {\"job\":\"" + failed + "\",\"retries\":\"3\"}");
    }

    @Test
    void what_is_not_meant_is_refused_and_leaves_no_entry() {
        var operations = visitor(OPERATIONS);
        var before = entries();
        for (var retries : List.of("-1", "11", "\"1\"", "null", "1.5")) {
            assertThat(retries(operations, failed, retries)).as(retries).isEqualTo(400);
        }
        var path = ENGINE + "/process-definition/" + definition + "/suspended/";
        for (var body : List.of(
                "{}",
                "{\"suspended\":null}",
                "{\"suspended\":\"true\"}",
                "{\"suspended\":true,\"executionDate\":\"2027-01-01T00:00:00\"}",
                "{\"suspended\":true,\"processDefinitionKey\":\"x\"}",
                "{\"suspended\":true,\"suspended\":false}")) {
            assertThat(operations.send("PUT", path, body).statusCode()).as(body).isEqualTo(400);
        }
        var nobody = UUID.randomUUID().toString();
        assertThat(suspend(operations, "process-instance/" + nobody, true)).isEqualTo(404);
        assertThat(suspend(operations, "process-definition/" + nobody, true)).isEqualTo(404);
        assertThat(suspend(operations, "job-definition/" + nobody, true)).isEqualTo(404);
        assertThat(suspend(operations, "job/" + nobody, true)).isEqualTo(404);
        assertThat(retries(operations, nobody, "1")).isEqualTo(404);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void people_are_told_that_a_process_is_paused_and_nothing_is_written() {
        var operations = visitor(OPERATIONS);
        assertThat(operations
                        .send(
                                "PUT",
                                ENGINE + "/process-definition/" + definition + "/suspended/",
                                "{\"suspended\":true,\"includeProcessInstances\":true}")
                        .statusCode())
                .isEqualTo(204);
        var before = requests();
        assertThat(refusal(start())).isEqualTo("frontdoor.paused");
        assertThat(requests()).isEqualTo(before);

        assertThat(refusal(door.act(requester, number, "withdraw", key(), Map.of("reason", "改主意了"))))
                .isEqualTo("frontdoor.paused");
        var step = workList.of(number).stream()
                .filter(item -> item.assignee() != null)
                .findFirst()
                .orElseThrow();
        assertThat(refusal(door.act(step.assignee(), step.taskId(), "ask", key(), Map.of("question", "为什么？"))))
                .isEqualTo("frontdoor.paused");
        var offered = workList.of(number).stream()
                .filter(item -> item.assignee() == null)
                .findFirst()
                .orElseThrow();
        var reviewer = people.holders(offered.groups().iterator().next()).stream()
                .filter(person -> workList.mayAct(person, offered))
                .findFirst()
                .orElseThrow();
        var login = jdbc.sql("select login from person where id = ?")
                .param(reviewer.value())
                .query(String.class)
                .single();
        var claim = visitor(login).send("POST", ENGINE + "/task/" + offered.taskId() + "/claim", "{}");
        assertThat(claim.statusCode()).isEqualTo(400);
        assertThat(claim.body()).contains("维护");

        assertThat(operations
                        .send(
                                "PUT",
                                ENGINE + "/process-definition/" + definition + "/suspended/",
                                "{\"suspended\":false,\"includeProcessInstances\":true}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(door.act(requester, number, "withdraw", key(), Map.of("reason", "改主意了")))
                .isInstanceOf(Accepted.class);
    }

    private int suspend(Visitor visitor, String what, boolean suspended) {
        return visitor.send("PUT", ENGINE + "/" + what + "/suspended", "{\"suspended\":" + suspended + "}")
                .statusCode();
    }

    private int retries(Visitor visitor, String what, String retries) {
        return visitor.send("PUT", ENGINE + "/job/" + what + "/retries", "{\"retries\":" + retries + "}")
                .statusCode();
    }

    private boolean isSuspended() {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .isSuspended();
    }

    private String newest(String chain) {
        return jdbc.sql("select name, actor, facts from audit_entry where chain = ? order by seq desc limit 1")
                .param(chain)
                .query((row, index) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }

    private long requests() {
        return jdbc.sql("select count(*) from speaking_request")
                .query(Long.class)
                .single();
    }

    /** Signed in, with Tasklist open: the session has Camunda's token. */
    private Visitor visitor(String login) {
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(login, DemoCompany.PASSWORD).statusCode()).isEqualTo(302);
        visitor.get("/camunda/app/tasklist/default/");
        return visitor;
    }

    private static String refusal(Answer answer) {
        return ((Refused) answer)
                .reasons().stream().map(Refusal::message).findFirst().orElseThrow();
    }

    private BusinessNumber filed() {
        return new BusinessNumber(((Accepted) start()).number());
    }

    private Answer start() {
        return door.start(
                requester,
                AuthoriseSpeaking.PROCESS,
                key(),
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

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
