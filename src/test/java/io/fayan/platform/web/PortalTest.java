package io.fayan.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.PersonId;
import io.fayan.people.Credentials;
import io.fayan.support.DemoCompany;
import io.fayan.support.Visitor;
import io.fayan.support.WiringTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WiringTest
class PortalTest {

    private static final String PASSWORD = "four quiet words here";
    private static final PersonId CHEN = new PersonId("F0001");

    @LocalServerPort
    int port;

    @Autowired
    DemoCompany company;

    @Autowired
    Credentials credentials;

    private Visitor visitor;

    @BeforeEach
    void somebody_is_signed_in() {
        company.movesIn();
        credentials.set(CHEN, PASSWORD, PersonId.SYSTEM);
        visitor = new Visitor(port);
        visitor.signIn("shen.zhiheng", PASSWORD);
    }

    @Test
    void the_language_is_the_chosen_one_else_the_persons_else_the_browsers_else_chinese() {
        assertThat(language(new Visitor(port))).isEqualTo("zh-CN");
        assertThat(language(new Visitor(port), "Accept-Language", "fr, zh-HK;q=0.8, en;q=0.5"))
                .isEqualTo("zh-TW");
        assertThat(language(new Visitor(port), "Accept-Language", "en-GB")).isEqualTo("en");
        assertThat(language(new Visitor(port), "Accept-Language", "ja")).isEqualTo("zh-CN");

        assertThat(visitor.get("/", "Accept-Language", "en").body()).contains("<html lang=\"zh-CN\"");
        visitor.get("/preferences/language/en?back=/");
        assertThat(visitor.get("/", "Accept-Language", "zh-TW").body()).contains("<html lang=\"en\"");
    }

    @Test
    void language_and_theme_come_back_to_the_page_and_to_no_other_site() {
        var language = visitor.get("/preferences/language/zh-TW?back=/search?q=1");
        assertThat(language.headers().firstValue("Location")).hasValue("/search?q=1");
        assertThat(visitor.get("/preferences/theme/dark?back=//evil.example")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
        assertThat(visitor.get("/").body()).contains("data-theme=\"dark\"");
        visitor.get("/preferences/theme/auto");
        assertThat(visitor.get("/").body()).doesNotContain("data-theme=");
        for (var unknown : new String[] {"/preferences/theme/pink", "/preferences/language/fr", "/files/nothing"}) {
            assertThat(visitor.get(unknown).statusCode()).isEqualTo(404);
            assertThat(visitor.get(unknown).body()).contains("找不到");
        }
    }

    @Test
    void a_page_that_fails_says_so_in_the_readers_language_and_nothing_of_the_inside() {
        for (var path : new String[] {"/test/fault", "/test/broken-rule"}) {
            var failed = visitor.get(path);
            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(failed.body()).contains("系统出错了").doesNotContain("secret").doesNotContain("Exception");
        }
        var missing = visitor.get("/nothing-here");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("没有找到").contains("回首页");
        assertThat(visitor.post("/search", Map.of()).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts/%00", "/..%2f..%2f", "/%5c"})
    void what_the_server_itself_refuses_is_said_on_our_page(String path) {
        var refused = visitor.get(path, "Accept-Language", "en");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("We could not read this request").doesNotContain("HTTP Status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-99-99", "20266-12-01", "+999999999-01-01", "tomorrow"})
    void what_is_no_day_is_asked_for_at_its_field(String typed) {
        var answer = visitor.post("/me/absence", Map.of("from", typed, "until", "2026-12-02", "deputy", "石松涛"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"from-error\"")
                .contains("2026-12-02")
                .contains("石松涛");
    }

    @Test
    void what_is_too_large_is_said_on_a_page() {
        var large = new byte[11 << 20];
        for (var answer : List.of(
                visitor.postFile("/people/import", "persons", "persons.csv", large),
                visitor.postWithoutToken(
                        "/matters/ZF-2026-000001/actions/withdraw", Map.of("reason", "x".repeat(3 << 20))))) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("发送的内容太大").contains("回首页");
        }
    }

    @Test
    void upload_may_have_a_long_name_and_one_that_breaks_off_is_no_fault_of_ours() {
        var name = "长".repeat(251) + ".txt";
        assertThat(visitor.postFile("/api/files", "file", name, "你好".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(201);
        var cutOff = visitor.postMultipart("/api/files", "x", "--x\r\nContent-Disposition: form".getBytes(UTF_8));
        assertThat(cutOff.statusCode()).isEqualTo(400);
        assertThat(cutOff.body()).contains("重新导出后再上传");
    }

    @Test
    void the_api_fails_with_a_problem_and_nothing_of_the_inside() {
        var failed = visitor.get("/api/test/fault", "Accept-Language", "en");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(failed.body()).contains("\"status\":500").doesNotContain("secret");
        assertThat(visitor.get("/api/nothing-here").statusCode()).isEqualTo(404);
    }

    @Test
    void a_lost_database_is_never_answered_with_success() {
        var page = visitor.get("/test/database-gone");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("暂时无法使用").doesNotContain("secret");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        var api = visitor.get("/api/test/database-gone");
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.body()).contains("\"status\":503");
    }

    @Test
    void a_number_one_may_not_see_answers_like_one_that_does_not_exist() {
        // ZF matters exist for an insider only; nobody has XX matters.
        var hidden = visitor.get("/search?q=ZF-2026-000001");
        var unknown = visitor.get("/search?q=XX-2026-000001");
        assertThat(hidden.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        assertThat(neutral(hidden.body(), "ZF")).isEqualTo(neutral(unknown.body(), "XX"));

        assertThat(visitor.post("/matters/ZF-2026-000001/actions/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/matters/XX-2026-000001/actions/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/matters/nonsense/actions/withdraw", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void words_typed_into_the_search_are_shown_as_words() {
        assertThat(visitor.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void the_navigation_shows_what_the_person_may_open() {
        var home = visitor.get("/").body();
        assertThat(home).contains("aria-current=\"page\"").contains("等您处理").contains("/camunda/app/tasklist/default/");
    }

    private static String language(Visitor somebody, String... headers) {
        var page = somebody.get("/login", headers).body();
        return page.substring(
                page.indexOf("<html lang=\"") + 12, page.indexOf('"', page.indexOf("<html lang=\"") + 12));
    }

    private static String neutral(String page, String prefix) {
        return page.replace(prefix, "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
