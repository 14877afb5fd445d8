package io.fayan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.PersonId;
import io.fayan.people.Credentials;
import io.fayan.platform.security.PasswordLinks;
import io.fayan.support.DemoCompany;
import io.fayan.support.Window;
import io.fayan.support.WiringTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WiringTest
@Tag("journey")
class PortalJourneyTest {

    private static final String PASSWORD = "four quiet words here";
    private static final PersonId SHEN = new PersonId("F0001");

    @LocalServerPort
    int port;

    @Autowired
    DemoCompany company;

    @Autowired
    Credentials credentials;

    @Autowired
    PasswordLinks links;

    @BeforeEach
    void somebody_can_sign_in() {
        company.movesIn();
        credentials.set(SHEN, PASSWORD, PersonId.SYSTEM);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN,light,1280",
        "zh-CN,dark,360",
        "zh-TW,light,360",
        "zh-TW,dark,1280",
        "en,light,360",
        "en,dark,1280"
    })
    void every_page_of_the_shell_is_in_order(String language, String theme, int width) {
        try (var window = new Window(port, language, theme, width)) {
            window.open("/login").isInOrder();
            var link = links.issue(SHEN, Duration.ofHours(1));
            window.open(link.getPath() + "?" + link.getQuery()).isInOrder();
            window.signIn("shen.zhiheng", PASSWORD).isInOrder();
            window.page().locator("details.menu > summary").last().click();
            window.isInOrder();
            window.open("/search?q=SR-2026-999999").isInOrder();
            window.open("/nothing-here").forgetComplaints();
            window.isInOrder();
        }
    }

    @Test
    void a_refused_sign_in_is_said_and_keeps_the_login_name() {
        try (var window = new Window(port, "en", "light", 1280)) {
            window.open("/login");
            window.page().fill("#login", "shen.zhiheng");
            window.page().fill("#password", "wrong");
            window.page().keyboard().press("Enter");
            window.page()
                    .getByRole(com.microsoft.playwright.options.AriaRole.ALERT)
                    .waitFor();
            assertThat(window.page().inputValue("#login")).isEqualTo("shen.zhiheng");
            assertThat(window.page().inputValue("#password")).isEmpty();
            window.forgetComplaints();
            window.isInOrder();
        }
    }

    @Test
    void a_link_to_a_task_survives_the_sign_in() {
        try (var window = new Window(port, "zh-CN", "light", 1280)) {
            window.open("/camunda/app/tasklist/default/#/?filter=mine&task=unknown");
            assertThat(window.address()).startsWith("/login");
            window.page().fill("#login", "shen.zhiheng");
            window.page().fill("#password", PASSWORD);
            window.page().keyboard().press("Enter");
            window.page().waitForURL(url -> url.contains("/camunda/app/tasklist/default/#/?filter=mine&task=unknown"));
        }
    }

    @Test
    void the_menus_work_by_keyboard() {
        try (var window = new Window(port, "en", "light", 1280)) {
            window.signIn("shen.zhiheng", PASSWORD);
            var page = window.page();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.locator("details.menu > summary").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("details.menu[open]").count()).isEqualTo(1);
            page.keyboard().press("Escape");
            assertThat(page.locator("details.menu[open]").count()).isZero();
            assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("SUMMARY");
        }
    }
}
