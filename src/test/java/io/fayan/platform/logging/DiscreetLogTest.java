package io.fayan.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fayan.kernel.MissingCalendarYearException;
import io.fayan.kernel.PersonId;
import io.fayan.people.Credentials;
import io.fayan.support.DemoCompany;
import io.fayan.support.Visitor;
import io.fayan.support.WiringTest;
import jakarta.persistence.EntityManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever fails and wherever: the log says what and where, under the reference that the person was shown, and no words. */
@WiringTest
@ExtendWith(OutputCaptureExtension.class)
class DiscreetLogTest {

    private static final String PASSWORD = "four quiet words here";

    /** Stands for whatever somebody wrote. */
    private static final String CANARY = "secret";

    @LocalServerPort
    int port;

    @Autowired
    DemoCompany company;

    @Autowired
    Credentials credentials;

    @Autowired
    EntityManager entities;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    private Visitor visitor;

    @BeforeEach
    void somebody_is_signed_in_and_the_log_is_on() {
        // The commands turn it off for their process, which in the tests is everybody's.
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        company.movesIn();
        credentials.set(new PersonId("F0001"), PASSWORD, PersonId.SYSTEM);
        visitor = new Visitor(port);
        visitor.signIn("shen.zhiheng", PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/fault",
                "/api/test/fault",
                "/test/broken-rule",
                "/test/chain",
                "/test/error",
                "/test/unwritable",
                "/test/filter-fault",
                "/test/database-gone",
                "/api/test/database-gone"
            })
    void a_fault_is_told_once_under_the_reference_that_the_answer_shows(String path, CapturedOutput log) {
        var answer = visitor.get(path);

        assertThat(answer.statusCode()).isIn(500, 503);
        var reference = reference(answer);
        assertThat(log).containsOnlyOnce("Fault " + reference).doesNotContain(CANARY);
        assertThat(log.getAll().split("Fault ", -1)).as("told once").hasSize(2);
    }

    @Test
    void the_whole_chain_is_told_by_class_and_place(CapturedOutput log) {
        visitor.get("/test/chain");

        assertThat(log)
                .contains("GET /test/chain")
                .contains("java.lang.IllegalArgumentException: …")
                .contains("Caused by: java.sql.SQLException: state 23000, code 1062")
                .contains("at io.fayan.platform.web.FailingPages.chain(FailingPages.java:")
                .doesNotContain(CANARY);
    }

    @Test
    void references_differ() {
        assertThat(reference(visitor.get("/test/fault"))).isNotEqualTo(reference(visitor.get("/test/fault")));
    }

    @Test
    void what_the_reader_got_wrong_is_answered_without_a_reference_and_not_logged(CapturedOutput log)
            throws IOException {
        var unreadable = visitor.postJson("/api/starts/authorise-speaking/submission", "{\"title\": " + CANARY + "}");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body()).doesNotContain("reference");
        assertThat(visitor.get("/test/number?page=" + CANARY).statusCode()).isEqualTo(400);
        assertThat(visitor.get("/" + CANARY).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/" + CANARY).statusCode()).isEqualTo(404);
        assertThat(answerTo("GET /search?q={" + CANARY + "} HTTP/1.1")).startsWith("HTTP/1.1 400");

        assertThat(log).doesNotContain(CANARY).doesNotContain("Fault ");
    }

    @Test
    void a_broken_rule_of_the_database_is_not_quoted(CapturedOutput log) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    for (var time = 0; time < 2; time++) {
                        entities.createNativeQuery("insert into submission"
                                        + " (person_id, submission_key, body_hash, accepted_at)"
                                        + " values ('" + CANARY + "', 'k', 'h', '2026-11-23 02:00:00')")
                                .executeUpdate();
                    }
                }))
                .hasStackTraceContaining(CANARY);

        assertThat(log).doesNotContain(CANARY);
    }

    @Test
    void a_job_that_fails_is_not_quoted(CapturedOutput log) {
        var model = Bpmn.createExecutableProcess("discreet-job")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("serviceTask_fail")
                .camundaAsyncBefore()
                .camundaExpression("${words - 1}")
                .endEvent()
                .done();
        var deployment = repository
                .createDeployment()
                .addModelInstance("discreet-job.bpmn", model)
                .deploy();
        try {
            var instance = runtime.startProcessInstanceByKey("discreet-job", Map.of("words", CANARY));
            var job = management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .singleResult();
            assertThatThrownBy(() -> ExecuteJobHelper.executeJob(job.getId(), engine.getCommandExecutorTxRequired()))
                    .hasStackTraceContaining(CANARY);
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }

        assertThat(log)
                .contains("ENGINE-16004")
                .contains("ProcessEngineException: …")
                .doesNotContain(CANARY);
    }

    @Test
    void a_line_that_repeats_its_exceptions_message_is_cut_and_the_rest_of_it_stays(CapturedOutput log) {
        var failure = new IllegalStateException("outer " + CANARY, new SQLException("inner " + CANARY, "40001", 1213));
        failure.addSuppressed(new IllegalArgumentException("beside " + CANARY));

        LoggerFactory.getLogger("a.library").warn("Sweep {} failed: {}", "reminders", failure.toString(), failure);

        assertThat(log)
                .contains("Sweep reminders failed: java.lang.IllegalStateException: …")
                .contains("Suppressed: java.lang.IllegalArgumentException: …")
                .contains("java.sql.SQLException: state 40001, code 1213")
                .doesNotContain(CANARY);
    }

    @Test
    void our_own_exceptions_hold_ids_and_say_them(CapturedOutput log) {
        LoggerFactory.getLogger("a.library").error("Failed", new MissingCalendarYearException(2033));

        assertThat(log).contains("MissingCalendarYearException: ").contains("2033");
    }

    @Test
    void a_thread_that_dies_is_not_quoted(CapturedOutput log) throws InterruptedException {
        var thread = new Thread(() -> {
            throw new IllegalStateException(CANARY);
        });
        thread.start();
        thread.join();

        assertThat(log)
                .contains("A thread ended")
                .contains("IllegalStateException")
                .doesNotContain(CANARY);
    }

    /** What no browser sends. */
    private String answerTo(String line) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((line + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    private static String reference(HttpResponse<String> answer) {
        var found = Pattern.compile("(?:编号：|\"reference\":\")([2-9A-Z]{8})\\b").matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }
}
