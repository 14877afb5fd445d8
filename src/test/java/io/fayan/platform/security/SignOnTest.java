package io.fayan.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.Credentials;
import io.fayan.people.LoginName;
import io.fayan.people.People;
import io.fayan.people.PersonDetails;
import io.fayan.people.PersonName;
import io.fayan.people.Personnel;
import io.fayan.people.StaffType;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.support.DemoCompany;
import io.fayan.support.Visitor;
import io.fayan.support.WiringTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WiringTest
class SignOnTest {

    private static final String PASSWORD = "four quiet words here";

    @LocalServerPort
    int port;

    @Autowired
    DemoCompany company;

    @Autowired
    Personnel personnel;

    @Autowired
    Credentials credentials;

    @Autowired
    People people;

    @Autowired
    PasswordLinks links;

    @Autowired
    PasswordStore store;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final StaticListableBeanFactory console = new StaticListableBeanFactory();
    private static int persons;
    private PersonId person;
    private String login;

    @BeforeEach
    void somebody_joins() {
        company.movesIn();
        login = "security.test." + ++persons;
        person = join(login, Set.of());
        credentials.set(person, PASSWORD, PersonId.SYSTEM);
    }

    @AfterEach
    void clean_up() {
        clock.release();
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    void pages_lead_to_the_sign_in_page_and_back() {
        var visitor = new Visitor(port);
        var refused = visitor.get("/search?q=a");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(location(refused)).endsWith("/login?continue=%2Fsearch%3Fq%3Da");
        visitor.get("/login");
        var signedIn = visitor.post("/login", Map.of("login", login, "password", PASSWORD, "continue", "/search?q=a"));
        assertThat(location(signedIn)).endsWith("/search?q=a");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_in_never_leads_to_another_place() {
        for (var elsewhere :
                new String[] {"//evil.example/", "/\\evil.example", "https://evil.example", "javascript:x"}) {
            var visitor = new Visitor(port);
            visitor.get("/login");
            var signedIn = visitor.post("/login", Map.of("login", login, "password", PASSWORD, "continue", elsewhere));
            assertThat(location(signedIn)).isIn("/", "http://localhost:" + port + "/");
        }
    }

    @Test
    void who_is_not_signed_in_gets_401_from_the_api_and_from_camunda_and_leaves_no_session() {
        var before = sessions();
        var visitor = new Visitor(port);
        var api = visitor.get("/api/tasks/1/form");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(visitor.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(location(visitor.get("/camunda/app/tasklist/default/")))
                .contains("/login?continue=%2Fcamunda%2Fapp");
        assertThat(visitor.get("/livez").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(visitor.cookie("FAYAN-SESSION")).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void the_inside_of_the_front_door_is_not_there_for_direct_requests() {
        var visitor = new Visitor(port);
        assertThat(visitor.get("/internal/tasklist/user").statusCode()).isEqualTo(404);
        visitor.signIn(login, PASSWORD);
        assertThat(visitor.get("/internal/tasklist/user").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/internal/tasklist/config.js").statusCode()).isEqualTo(404);
        assertThat(visitor.postJson("/internal/tasklist/tasks/1/submission", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void every_failed_sign_in_says_the_same() {
        var withoutPassword = "security.empty." + persons;
        join(withoutPassword, Set.of());
        var left = "security.left." + persons;
        var leaver = join(left, Set.of());
        credentials.set(leaver, PASSWORD, PersonId.SYSTEM);
        personnel.leave(leaver, people.today().minusDays(1), PersonId.SYSTEM);

        var wrong = said(new Visitor(port).signIn(login, "not the right one"));
        assertThat(wrong).contains("登录名或密码不对");
        assertThat(said(new Visitor(port).signIn("nobody.at.all", PASSWORD))).isEqualTo(wrong);
        assertThat(said(new Visitor(port).signIn(withoutPassword, PASSWORD))).isEqualTo(wrong);
        assertThat(said(new Visitor(port).signIn(left, PASSWORD))).isEqualTo(wrong);
    }

    @Test
    void five_failures_make_the_account_wait_from_that_source_only() {
        clock.moveTo(clock.instant());
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(from("198.51.100.7", "wrong").statusCode()).isEqualTo(401);
        }
        var waiting = from("198.51.100.7", PASSWORD);
        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(waiting.body()).contains("请在 1 分钟后再试");
        assertThat(from("198.51.100.8", PASSWORD).statusCode()).isEqualTo(302);

        clock.advance(Duration.ofSeconds(61));
        assertThat(from("198.51.100.7", "wrong").statusCode()).isEqualTo(401);
        assertThat(from("198.51.100.7", PASSWORD).body()).contains("请在 2 分钟后再试");
        clock.advance(Duration.ofSeconds(121));
        assertThat(from("198.51.100.7", PASSWORD).statusCode()).isEqualTo(302);
        assertThat(from("198.51.100.7", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void the_other_addresses_of_an_ipv6_network_are_the_same_source() {
        clock.moveTo(clock.instant());
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(from("2001:db8:1:2::" + attempt, "wrong").statusCode()).isEqualTo(401);
        }
        assertThat(from("2001:db8:1:2:ffff::9", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(from("2001:db8:1:3::9", PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void fifty_failures_over_all_accounts_make_the_source_wait() {
        clock.moveTo(clock.instant());
        var visitor = new Visitor(port);
        visitor.get("/login");
        for (var attempt = 0; attempt < 50; attempt++) {
            var guess = Map.of("login", "guess" + attempt, "password", "wrong");
            assertThat(visitor.post("/login", guess, "X-Forwarded-For", "203.0.113.5")
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(from("203.0.113.5", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(from("203.0.113.6", PASSWORD).statusCode()).isEqualTo(302);
        clock.advance(Duration.ofMinutes(16));
        assertThat(from("203.0.113.5", PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void failures_nobody_counts_any_more_are_removed_and_no_login_name_is_kept() {
        clock.moveTo(clock.instant());
        from("198.51.100.9", "wrong");
        assertThat(jdbc.sql("select account from sign_in_failure")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(login);
        clock.advance(Duration.ofMinutes(15));
        from("198.51.100.10", "wrong");
        assertThat(jdbc.sql("select source from sign_in_failure")
                        .query(String.class)
                        .list())
                .containsExactly("198.51.100.10");
    }

    @Test
    void signing_in_changes_the_session() {
        var visitor = new Visitor(port);
        visitor.signIn(login, PASSWORD);
        var first = visitor.cookie("FAYAN-SESSION").orElseThrow();
        visitor.signIn(login, PASSWORD);
        assertThat(visitor.cookie("FAYAN-SESSION").orElseThrow()).isNotEqualTo(first);
    }

    @Test
    void who_leaves_is_signed_out_at_once_in_the_portal_and_in_tasklist() {
        var visitor = new Visitor(port);
        visitor.signIn(login, PASSWORD);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(200);
        personnel.leave(person, people.today().minusDays(1), PersonId.SYSTEM);

        assertThat(visitor.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
        assertThat(location(visitor.get("/"))).endsWith("/login");
        assertThat(jdbc.sql("select count(*) from SPRING_SESSION where PRINCIPAL_NAME = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void roles_count_from_the_next_request() {
        var visitor = new Visitor(port);
        visitor.signIn(login, PASSWORD);
        assertThat(visitor.get("/calendar").statusCode()).isEqualTo(403);
        personnel.changeRoles(person, Set.of(Role.OPERATIONS), PersonId.SYSTEM);
        assertThat(visitor.get("/calendar").statusCode()).isEqualTo(200);
        personnel.changeRoles(person, Set.of(), PersonId.SYSTEM);
        assertThat(visitor.get("/calendar").statusCode()).isEqualTo(403);
    }

    @Test
    void a_post_without_our_token_is_refused() {
        var visitor = new Visitor(port);
        visitor.signIn(login, PASSWORD);
        assertThat(visitor.postWithoutToken("/logout", Map.of()).statusCode()).isEqualTo(403);
        var api = visitor.postWithoutToken("/api/tasks/1/submission", Map.of());
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        var camundasToken = visitor.cookie("XSRF-TOKEN").orElse("none");
        assertThat(visitor.postWithoutToken("/api/tasks/1/submission", Map.of(), "X-XSRF-TOKEN", camundasToken)
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(location(visitor.post("/logout", Map.of()))).endsWith("/login?out");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void pages_carry_a_strict_policy_and_camundas_keep_their_own() {
        var visitor = new Visitor(port);
        visitor.signIn(login, PASSWORD);
        for (var path : new String[] {"/", "/login", "/nothing-here", "/css/fayan.css"}) {
            var headers = visitor.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        }
        assertThat(visitor.get("/css/fayan.css").headers().firstValue("Cache-Control"))
                .hasValue("max-age=3600");
        var camunda = visitor.get("/camunda/app/tasklist/default/").headers();
        assertThat(camunda.allValues("Content-Security-Policy")).hasSize(1);
        assertThat(camunda.firstValue("Content-Security-Policy").orElseThrow()).contains("unsafe-eval");
    }

    @Test
    void a_password_link_works_once_and_ends_the_persons_other_sessions() {
        var elsewhere = new Visitor(port);
        elsewhere.signIn(login, PASSWORD);
        var link = links.issue(person, Duration.ofHours(1));
        var path = link.getPath() + "?" + link.getQuery();
        var token = link.getQuery().substring("token=".length());

        var visitor = new Visitor(port);
        assertThat(visitor.get(path).body()).contains(login);
        var tooShort = Map.of("token", token, "password", "short", "repeated", "short");
        assertThat(visitor.post("/set-password", tooShort).statusCode()).isEqualTo(422);
        var different = Map.of("token", token, "password", "a long enough one", "repeated", "another one");
        assertThat(visitor.post("/set-password", different).statusCode()).isEqualTo(422);
        var good = Map.of("token", token, "password", "a long enough one", "repeated", "a long enough one");
        assertThat(location(visitor.post("/set-password", good))).endsWith("/login?set");

        assertThat(visitor.get(path).statusCode()).isEqualTo(410);
        assertThat(visitor.post("/set-password", good).statusCode()).isEqualTo(410);
        assertThat(elsewhere.get("/").statusCode()).isEqualTo(302);
        assertThat(new Visitor(port).signIn(login, "a long enough one").statusCode())
                .isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from password_link where token_hash = ?")
                        .param(token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_password_link_ends_with_its_time_and_with_the_next_one() {
        clock.moveTo(clock.instant());
        var first = links.issue(person, Duration.ofHours(1));
        var second = links.issue(person, Duration.ofHours(1));
        var visitor = new Visitor(port);
        assertThat(visitor.get(first.getPath() + "?" + first.getQuery()).statusCode())
                .isEqualTo(410);
        assertThat(visitor.get(second.getPath() + "?" + second.getQuery()).statusCode())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(61));
        assertThat(visitor.get(second.getPath() + "?" + second.getQuery()).statusCode())
                .isEqualTo(410);
    }

    @Test
    void the_first_administrator_gets_a_link_and_nobody_after_that() {
        // As in a new installation: administrators may be named, none can sign in.
        jdbc.sql("update person set password_hash = null where id in"
                        + " (select person_id from person_role where role = 'ADMINISTRATOR')")
                .update();
        var said = new ByteArrayOutputStream();
        console.addBean("console", new PrintStream(said, true, StandardCharsets.UTF_8));
        var bootstrap = new BootstrapAdministrator(store, links, console.getBeanProvider(PrintStream.class));
        var flag = new DefaultApplicationArguments("--fayan.bootstrap-admin=" + login + "@example.com");

        bootstrap.run(new DefaultApplicationArguments());
        assertThat(said.size()).isZero();
        bootstrap.run(flag);
        var link = said.toString(StandardCharsets.UTF_8).strip();
        var token = link.substring(link.indexOf("token=") + "token=".length());
        var visitor = new Visitor(port);
        assertThat(visitor.get("/set-password?token=" + token).body()).contains(login);
        visitor.post("/set-password", Map.of("token", token, "password", PASSWORD + "!", "repeated", PASSWORD + "!"));
        assertThat(people.find(person).orElseThrow().roles()).contains(Role.ADMINISTRATOR);

        said.reset();
        bootstrap.run(flag);
        assertThat(said.size()).isZero();
        personnel.changeRoles(person, Set.of(), PersonId.SYSTEM);
    }

    private HttpResponse<String> from(String address, String password) {
        return new Visitor(port).signIn(login, password, "X-Forwarded-For", address);
    }

    private PersonId join(String name, Set<Role> roles) {
        var id = new PersonId("SEC-" + Integer.toHexString(name.hashCode()));
        var joined = personnel.join(
                new PersonDetails(
                        id,
                        new LoginName(name),
                        new PersonName("测", "试"),
                        name + "@example.com",
                        StaffType.REGULAR,
                        people.units().get(0).code(),
                        null,
                        "",
                        roles,
                        Locale.SIMPLIFIED_CHINESE,
                        people.today().minusYears(1),
                        null),
                PersonId.SYSTEM);
        assertThat(joined).isInstanceOf(Outcome.Kept.class);
        return id;
    }

    private long sessions() {
        return jdbc.sql("select count(*) from SPRING_SESSION").query(Long.class).single();
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("no redirect, but " + response.statusCode());
    }

    /** The page without what differs from page to page. */
    private static String said(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        return response.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("name=\"login\"[^>]*value=\"[^\"]*\"", "");
    }
}
