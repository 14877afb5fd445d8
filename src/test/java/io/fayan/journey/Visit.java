package io.fayan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.fayan.support.DemoCompany;
import io.fayan.support.Window;
import java.nio.file.Path;

/** One person at work: signed in, in Tasklist and in the portal. Closing asks what the browser complained about. */
final class Visit implements AutoCloseable {

    private static final double PATIENCE = 60_000;
    private static final String OPEN_STEP = ".task-details .fayan-form .fy-body:not([hidden])";

    private final Window window;
    private final Page page;
    private final String language;

    Visit(String login, int port, String language) {
        this.window = new Window(port, language, "light", 1280);
        this.page = window.page();
        this.language = language;
        page.setDefaultTimeout(PATIENCE);
        window.signIn(login, DemoCompany.PASSWORD);
    }

    Window window() {
        return window;
    }

    Page page() {
        return page;
    }

    /** Opens a Tasklist address; its first load can time out on a busy machine and is tried once more. */
    void tasklist(String fragment, String awaited) {
        page.navigate("about:blank");
        window.open("/camunda/app/tasklist/default/" + fragment);
        try {
            shown(awaited, PATIENCE / 2);
        } catch (TimeoutError slow) {
            page.reload();
            shown(awaited, PATIENCE);
        }
    }

    private void shown(String selector, double patience) {
        page.locator(selector)
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.VISIBLE)
                        .setTimeout(patience));
    }

    /** Opens a step, takes it when it is offered to a group, and gives its form. */
    Locator step(String filter, String taskId) {
        tasklist("#/?filter=" + filter + "&task=" + taskId, OPEN_STEP);
        var form = page.locator(".task-details .fayan-form");
        if (filter.equals("my-groups")) {
            page.locator("[ng-click='claim()']:visible").first().click();
        }
        page.waitForFunction("() => { const field = document.querySelector('.task-details .fayan-form textarea');"
                + " return field && !field.matches(':disabled'); }");
        return form;
    }

    /** Sends the open step's form and waits until the step is gone. */
    void sendStep() {
        page.locator(".task-details [ng-click='complete()']:visible").first().click();
        page.locator(".task-details .fayan-form")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "journeys", language + "-" + name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        var complaints = window.complaints();
        window.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }
}
