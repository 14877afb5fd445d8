package io.fayan.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.Credentials;
import io.fayan.people.Personnel;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.support.FrontDesk;
import io.fayan.support.Visitor;
import io.fayan.support.WiringTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators and their tools see, on a port of their own. */
@WiringTest
class OperatorsPortTest {

    private static final String PASSWORD = "four quiet words here";

    @LocalServerPort
    int port;

    @LocalManagementPort
    int operatorsPort;

    @Autowired
    ApplicationContext context;

    @Autowired
    HealthEndpoint health;

    @Autowired
    Credentials credentials;

    @Autowired
    Personnel personnel;

    @Autowired
    FrontDesk desk;

    @Autowired
    FrontDoor door;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private PersonId requester;
    private Visitor operator;

    @BeforeEach
    void company_at_work_on_a_monday() {
        requester = desk.opensAt(Instant.parse("2026-11-23T02:00:00Z"));
        operator = new Visitor(operatorsPort);
    }

    @AfterEach
    void release_time() {
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        jdbc.sql("delete from scheduled_tasks where task_name = 'a-test'").update();
        clock.release();
    }

    @Test
    void who_is_not_ready_lives_nevertheless() {
        var anybody = new Visitor(port);
        assertThat(anybody.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(anybody.get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");

        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);

        assertThat(anybody.get("/readyz").statusCode()).isEqualTo(503);
        assertThat(operator.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(anybody.get("/livez").statusCode()).isEqualTo(200);
        assertThat(operator.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void ready_is_who_has_a_database_and_alive_is_who_has_none() {
        assertThat(components("readiness")).containsExactlyInAnyOrder("db", "readinessState");
        assertThat(components("liveness")).containsExactly("livenessState");
    }

    @Test
    void the_figures_are_on_the_operators_port_and_on_no_other() {
        assertThat(operator.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(new Visitor(port).get("/actuator/prometheus").statusCode()).isEqualTo(302);

        var person = new PersonId("F0001");
        credentials.set(person, PASSWORD, PersonId.SYSTEM);
        personnel.changeRoles(person, Set.of(Role.OPERATIONS, Role.ADMINISTRATOR), PersonId.SYSTEM);
        var signedIn = new Visitor(port);
        signedIn.signIn("shen.zhiheng", PASSWORD);
        for (var endpoint : List.of("", "/prometheus", "/health", "/info")) {
            assertThat(signedIn.get("/actuator" + endpoint).statusCode())
                    .as(endpoint)
                    .isEqualTo(404);
        }
        personnel.changeRoles(person, Set.of(), PersonId.SYSTEM);
    }

    @Test
    void nothing_on_the_operators_port_changes_or_reveals_anything() {
        for (var endpoint : List.of("env", "beans", "heapdump", "loggers", "shutdown", "configprops", "mappings")) {
            assertThat(operator.get("/actuator/" + endpoint).statusCode())
                    .as(endpoint)
                    .isNotEqualTo(200);
        }
        assertThat(operator.get("/requests").statusCode()).isNotEqualTo(200);
        assertThat(operator.get("/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("jdbc", "H2", "MySQL");
    }

    @Test
    void waiting_and_late_steps_are_counted_and_not_more_often_than_every_quarter_of_a_minute() {
        var open = figure("fayan_steps_open");
        var overdue = figure("fayan_steps_overdue");
        file();

        assertThat(figure("fayan_steps_open")).as("still the same reading").isEqualTo(open);
        clock.advance(Duration.ofSeconds(15));
        assertThat(figure("fayan_steps_open")).isEqualTo(open + 2);
        assertThat(figure("fayan_steps_overdue")).isEqualTo(overdue);
        clock.advance(Duration.ofDays(20));
        assertThat(figure("fayan_steps_overdue")).isGreaterThanOrEqualTo(overdue + 2);
    }

    @Test
    void recurring_work_that_fails_or_is_not_taken_shows() {
        jdbc.sql(
                        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)"
                                + " values ('a-test', 'one', '2026-11-23 01:59:00', false, 3, 1)")
                .update();
        clock.advance(Duration.ofSeconds(30));

        assertThat(figure("fayan_tasks_failing")).isEqualTo(1);
        assertThat(figure("fayan_tasks_lag_seconds")).isGreaterThanOrEqualTo(90);
        assertThat(figure("fayan_incidents")).isNotNegative();
        assertThat(figure("fayan_jobs_failing")).isNotNegative();
    }

    @Test
    void commands_are_timed_by_kind_and_outcome_and_processes_counted_when_they_are_committed() {
        var started = figure("fayan_processes_started_total{process=\"authorise-speaking\"}");
        var ended = figure("fayan_processes_ended_total{process=\"authorise-speaking\"}");
        var accepted = figure("fayan_commands_seconds_count{kind=\"start\",outcome=\"accepted\"}");
        var refused = figure("fayan_commands_seconds_count{kind=\"start\",outcome=\"invalid\"}");

        var number = file();
        door.start(requester, AuthoriseSpeaking.PROCESS, FrontDesk.key(), Map.of());
        door.act(requester, number, "withdraw", FrontDesk.key(), Map.of("reason", "不需要了"));

        assertThat(figure("fayan_processes_started_total{process=\"authorise-speaking\"}"))
                .isEqualTo(started + 1);
        assertThat(figure("fayan_processes_ended_total{process=\"authorise-speaking\"}"))
                .isEqualTo(ended + 1);
        assertThat(figure("fayan_commands_seconds_count{kind=\"start\",outcome=\"accepted\"}"))
                .isEqualTo(accepted + 1);
        assertThat(figure("fayan_commands_seconds_count{kind=\"start\",outcome=\"invalid\"}"))
                .isEqualTo(refused + 1);
    }

    @Test
    void no_figure_is_about_a_person_or_a_matter() {
        var number = file();
        var visitor = new Visitor(port);
        visitor.get("/login?continue=/requests/" + number);
        visitor.get("/requests/" + number + "?q=li.wei");

        assertThat(operator.get("/actuator/prometheus").body())
                .doesNotContain("li.wei", "F0025")
                .doesNotContainPattern("[A-Z]{2}-\\d{4}-\\d{6}");
    }

    private Set<String> components(String group) {
        return ((CompositeHealth) health.healthForPath(group)).getComponents().keySet();
    }

    /** Zero as long as nothing has been counted. */
    private double figure(String name) {
        var lines = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(operator.get("/actuator/prometheus").body());
        return lines.find() ? Double.parseDouble(lines.group(1)) : 0;
    }

    private BusinessNumber file() {
        return desk.file(requester, "周末分享", "网络测试开源啦。", "2026-11-24T09:00", "2026-12-01T18:00");
    }
}
