package io.fayan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.fayan.support.DemoCompany;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session ends while somebody writes: nothing of it is lost, and it is sent once. */
@JourneyTest
class EndOfSessionJourneyTest {

    private static final String TITLE = "A talk that outlived its session";

    @LocalServerPort
    int port;

    @Autowired
    DemoCompany company;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void company_can_sign_in() {
        company.movesIn();
        company.canSignIn();
    }

    @Test
    void what_was_typed_stays_while_one_signs_in_again_beside_it() {
        try (var visit = new Visit("li.wei", port, "en")) {
            visit.tasklist("#/?processStart=authorise-speaking", ".modal .fayan-form .fy-body:not([hidden])");
            var page = visit.page();
            var form = page.locator(".modal .fayan-form");
            var send = page.locator(".modal-footer .btn-primary:visible");
            form.locator("input[type=radio][value=OCCASION]").check();
            form.locator("[name=occasion]").fill("A meeting of engineers");
            form.locator("[name=title]").fill(TITLE);
            form.locator("textarea[name=text]").fill("How our gateways wake up.");
            form.locator("input[type=radio][value=COMPANY]").check();
            form.locator("input[type=checkbox][value=GENERAL]").check();
            form.locator("input[type=radio][value=PUBLIC]").check();
            form.locator("textarea[name=purpose]").fill("To share what we know");
            form.locator("[name=windowFrom]").fill(local(0));
            form.locator("[name=windowUntil]").fill(local(1));
            send.click();
            form.locator("[data-part=check] .fy-next").waitFor();
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("FAYAN-SESSION"));

            send.click();
            form.locator(".fy-errors a[href='/login']").waitFor();
            visit.picture("session-over");
            assertThat(form.locator("textarea[name=text]").inputValue()).isEqualTo("How our gateways wake up.");

            var signIn = page.waitForPopup(
                    () -> form.locator(".fy-errors a[href='/login']").click());
            signIn.fill("#login", "li.wei");
            signIn.fill("#password", DemoCompany.PASSWORD);
            signIn.keyboard().press("Enter");
            signIn.locator("#main, main h1").first().waitFor();
            signIn.waitForURL(url -> !url.contains("/login"));
            signIn.close();

            send.click();
            form.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            visit.window().forgetComplaints();
        }
        assertThat(jdbc.sql("select count(*) from speaking_request where title = ?")
                        .param(TITLE)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private static String local(int days) {
        return LocalDateTime.now(ZoneId.of("Asia/Shanghai"))
                .plusDays(days)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
