package io.fayan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.fayan.kernel.PersonId;
import io.fayan.people.Credentials;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Answer;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.support.DemoCompany;
import io.fayan.support.Window;
import io.fayan.support.WiringTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Operations at work in Cockpit. */
@WiringTest
@Tag("journey")
class CockpitJourneyTest {

    private static final String PASSWORD = "four quiet words here";
    private static final PersonId REQUESTER = new PersonId("F0025");
    private static final PersonId OPERATIONS = new PersonId("F0048");
    private static final double PATIENCE = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    DemoCompany company;

    @Autowired
    Credentials credentials;

    @Autowired
    RepositoryService repository;

    @Autowired
    FrontDoor door;

    @Autowired
    MovableClock clock;

    String number;

    @BeforeEach
    void a_request_waits_and_operations_can_sign_in() {
        company.movesIn();
        credentials.set(OPERATIONS, PASSWORD, PersonId.SYSTEM);
        clock.moveTo(Instant.parse("2026-11-23T02:00:00Z"));
        var filed = door.start(
                REQUESTER,
                AuthoriseSpeaking.PROCESS,
                UUID.randomUUID().toString(),
                Map.of(
                        "channel", "OCCASION",
                        "occasion", "杭州开发者大会",
                        "title", "一件事",
                        "text", "一段要发布的话。",
                        "speakingAs", "COMPANY",
                        "contentClasses", "GENERAL",
                        "audience", "PUBLIC",
                        "purpose", "技术交流",
                        "windowFrom", "2026-11-24T09:00",
                        "windowUntil", "2026-12-01T18:00"));
        number = ((Answer.Accepted) filed).number();
    }

    @AfterEach
    void let_it_run() {
        repository.activateProcessDefinitionByKey(AuthoriseSpeaking.PROCESS, true, null);
        clock.release();
    }

    @Test
    void operations_finds_a_process_pauses_it_and_lets_it_go_on() {
        try (var window = new Window(port, "en", "light", 1280)) {
            var page = window.page();
            page.setDefaultTimeout(PATIENCE);
            window.signIn("mo.yifan", PASSWORD);
            var entry = page.locator("nav a[href='/camunda/app/cockpit/default/']");
            assertThat(entry.count()).isOne();
            window.open("/camunda/app/cockpit/default/");
            shown(page, ".dashboard .process-instances .value");
            assertThat(page.locator(".dashboard section.deployed").isVisible()).isFalse();
            assertThat(page.locator(".ce-eol-banner").isVisible()).isFalse();
            assertThat(page.locator("[cam-widget-header] .sections-menu li").count())
                    .isOne();

            page.locator("[cam-widget-header] a[href='#/processes']").click();
            page.locator("td.key a")
                    .filter(new Locator.FilterOptions().setHasText(AuthoriseSpeaking.PROCESS))
                    .click();
            shown(page, "[data-element-id=" + AuthoriseSpeaking.REVIEW_REQUEST + "]");
            shown(page, "table.process-instances td.business-key:has-text('" + number + "')");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "journeys", "en-cockpit.png")));

            confirm(page, ".glyphicon-pause");
            assertThat(definition().isSuspended()).isTrue();
            confirm(page, ".glyphicon-play");
            assertThat(definition().isSuspended()).isFalse();

            page.locator("tr:has(td.business-key:has-text('" + number + "')) td.instance-id a[ng-href]")
                    .click();
            shown(page, ".process-instance .business-key, .ctn-sidebar .business-key, dd.business-key");
            assertThat(page.locator(".nav-tabs a").allInnerTexts())
                    .contains("Incidents", "Jobs")
                    .doesNotContain("Variables", "User Tasks");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void confirm(Page page, String button) {
        page.locator(".action-button " + button + ":visible, .ctn-toolbar " + button + ":visible")
                .first()
                .click();
        page.locator("button[ng-click='updateSuspensionState()']").click();
        page.locator(".modal-footer .btn-primary[ng-click='close(status)']").click();
        page.locator(".modal-footer").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** The first load can time out on a busy machine and is tried once more. */
    private static void shown(Page page, String selector) {
        var awaited = page.locator(selector).first();
        try {
            awaited.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE / 2));
        } catch (TimeoutError slow) {
            page.reload();
            awaited.waitFor();
        }
    }

    private ProcessDefinition definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(AuthoriseSpeaking.PROCESS)
                .latestVersion()
                .singleResult();
    }
}
