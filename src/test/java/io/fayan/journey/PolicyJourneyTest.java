package io.fayan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.fayan.kernel.PersonId;
import io.fayan.people.Credentials;
import io.fayan.policy.Policy;
import io.fayan.policy.PolicyOffice;
import io.fayan.policy.PolicyOffice.NewNote;
import io.fayan.support.DemoCompany;
import io.fayan.support.Window;
import io.fayan.support.WiringTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy in a browser: its owner, and somebody who reads and confirms it. */
@WiringTest
@Tag("journey")
class PolicyJourneyTest {

    private static final String PASSWORD = "four quiet words here";
    private static final PersonId OWNER = new PersonId("F0013");

    @LocalServerPort
    int port;

    @Autowired
    DemoCompany company;

    @Autowired
    Credentials credentials;

    @Autowired
    Policy policy;

    @Autowired
    PolicyOffice office;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void the_owner_can_sign_in_and_has_noted_something() {
        company.movesIn();
        credentials.set(OWNER, PASSWORD, PersonId.SYSTEM);
        office.addNote(
                new NewNote(UUID.randomUUID(), "2026", "1.1", "先想再说。", "先想再說。", "Think before you speak."), OWNER);
    }

    @AfterEach
    void clean_up() {
        jdbc.sql("delete from policy_note where author = ?")
                .param(OWNER.value())
                .update();
        jdbc.sql("delete from policy_knowledge where person_id = ?")
                .param(OWNER.value())
                .update();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,light,1280", "zh-TW,dark,360", "en,light,360", "en,dark,1280"})
    void every_page_is_in_order(String language, String theme, int width) {
        try (var window = new Window(port, language, theme, width)) {
            window.signIn("luo.jingming", PASSWORD);
            window.open("/policy").isInOrder();
            window.open("/policy/versions").isInOrder();
            window.open("/policy/versions/2026/proofs").isInOrder();
            window.page().click("main form button[type=submit]");
            assertThat(window.page().locator("#on-error").count()).isOne();
            window.isInOrder();
            window.open("/policy/2026/clauses/1.1/notes").isInOrder();
            window.page().click("main form button[type=submit]");
            assertThat(window.page().locator(".field-error").count()).isEqualTo(3);
            window.isInOrder();
            window.open("/policy/known").isInOrder();
            window.open("/policy/known/import").isInOrder();
            check(window, "person,version,made_known_on,how\nF0001,1998,30.3.26,BY_MAIL\n");
            assertThat(window.page().locator("main .rows > li").count()).isEqualTo(3);
            window.isInOrder();
            check(window, "person,version,made_known_on,how\nF0013,2026,2026-03-30,TRAINING\n");
            assertThat(window.page().locator("input[name=checked]").count()).isOne();
            window.isInOrder();
        }
    }

    @Test
    void a_reader_is_asked_at_home_reads_and_confirms() {
        try (var window = new Window(port, "en", "light", 1280)) {
            window.signIn("luo.jingming", PASSWORD);
            window.page().click("main a[href='/policy']");
            window.page().click("#attest button");
            assertThat(window.page().locator(".note-done").count()).isPositive();
            window.isInOrder();
            assertThat(policy.knowledge(List.of(OWNER))).hasSize(1);
            window.open("/");
            assertThat(window.page().locator("main a[href='/policy']").count()).isZero();
        }
    }

    private static void check(Window window, String csv) {
        window.page()
                .setInputFiles(
                        "#file", new FilePayload("signatures.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        window.page().click("main form:has(#file) button[type=submit]");
        window.page().waitForSelector("[data-focus]");
    }
}
