package io.fayan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.fayan.support.DemoCompany;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person at one browser: signs in, reads, decides. Notes what the browser complains about. */
final class Visit implements AutoCloseable {

    private static final double PATIENCE = 60_000;

    /** Chromium's remark on Tasklist's own sandbox header, and refusals that a journey provokes on purpose. */
    private static final List<String> EXPECTED_COMPLAINTS =
            List.of("allow-scripts and allow-same-origin", "status of 400", "status of 422");

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final String language;
    private final List<String> complaints = new ArrayList<>();

    private Visit(String base, String language, ColorScheme scheme, int width) {
        this.base = base;
        this.language = language;
        this.context = Chromium.launched()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setColorScheme(scheme)
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(width, 900));
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
    }

    static Visit of(String login, String base, String language) {
        return of(login, base, language, ColorScheme.LIGHT, 1280);
    }

    static Visit of(String login, String base, String language, ColorScheme scheme, int width) {
        var visit = new Visit(base, language, scheme, width);
        visit.page.navigate(base + "/login");
        visit.page.fill("#login", login);
        visit.page.fill("#password", DemoCompany.PASSWORD);
        visit.page.locator("form:has(#password) button[type=submit]").click();
        visit.page.waitForURL(url -> !url.contains("/login"));
        visit.speaks();
        return visit;
    }

    /** The person's browser asks for this language; a person who chose another in the register is switched by cookie. */
    private void speaks() {
        context.addCookies(List.of(new Cookie("FAYAN-LANGUAGE", language).setUrl(base)));
    }

    private void listen(ConsoleMessage message) {
        if (List.of("error", "warning").contains(message.type())
                && EXPECTED_COMPLAINTS.stream().noneMatch(message.text()::contains)) {
            complaints.add(message.text());
        }
    }

    Page page() {
        return page;
    }

    Visit goTo(String path) {
        page.navigate(base + path);
        return this;
    }

    /** Opens a Tasklist address; its first load can time out on a busy machine and is tried once more. */
    Visit tasklist(String fragment, String awaited) {
        page.navigate("about:blank");
        page.navigate(base + "/camunda/app/tasklist/default/" + fragment);
        try {
            shown(awaited, PATIENCE / 2);
        } catch (TimeoutError slow) {
            page.reload();
            shown(awaited, PATIENCE);
        }
        return this;
    }

    private void shown(String selector, double patience) {
        page.locator(selector)
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.VISIBLE)
                        .setTimeout(patience));
    }

    /** Opens a step, takes it when it is offered to a group, and waits for its form. */
    Locator step(String filter, String taskId) {
        tasklist("#/?filter=" + filter + "&task=" + taskId, ".task-details .fayan-form .fy-body:not([hidden])");
        var claim = page.locator(".task-card button:has-text('认领'), .task-card button:has-text('認領'), .task-card button:has-text('Claim'), .claim:visible");
        if (claim.count() > 0 && claim.first().isVisible()) {
            claim.first().click();
        }
        page.waitForFunction("() => { const f = document.querySelector('.task-details .fayan-form fieldset, .task-details .fayan-form textarea');"
                + " return f && !f.matches(':disabled'); }");
        return page.locator(".task-details .fayan-form");
    }

    /** Sends the open step's form and waits until the step is gone. */
    void sendStep() {
        page.locator(".task-details .form-actions button.btn-primary, .task-details button[ng-click='complete()']")
                .first()
                .click();
        page.locator(".task-details .fayan-form")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    void accessible(String selector) {
        var violations = new AxeBuilder(page)
                .include(List.of(selector))
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList())
                .as("accessibility of " + selector + " at " + page.url())
                .isEmpty();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "journeys", language + "-" + name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }
}
