package io.fayan.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/** A browser window of a journey: its own cookies, language, colours and width; what the console complains of is kept. */
public final class Window implements AutoCloseable {

    /** Chromium's remark on Tasklist's own sandbox header, and Tasklist's impatience with a busy machine. */
    private static final List<String> TASKLISTS_OWN =
            List.of("allow-scripts and allow-same-origin", "Load timeout for modules");

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    /** @param theme {@code light} or {@code dark} */
    public Window(int port, String language, String theme, int width) {
        base = "http://localhost:" + port;
        context = Chromium.launched()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(width, 800));
        context.addCookies(List.of(
                new Cookie("FAYAN-LANGUAGE", language).setUrl(base), new Cookie("FAYAN-THEME", theme).setUrl(base)));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complain(message.text());
            }
        });
        page.onPageError(this::complain);
    }

    private void complain(String complaint) {
        if (TASKLISTS_OWN.stream().noneMatch(complaint::contains)) {
            complaints.add(complaint);
        }
    }

    public Page page() {
        return page;
    }

    public Window open(String path) {
        page.navigate(base + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    public Window signIn(String login, String password) {
        open("/login");
        page.fill("#login", login);
        page.fill("#password", password);
        page.keyboard().press("Enter");
        page.waitForURL(base + "/");
        return this;
    }

    /** The part of the address after the host. */
    public String address() {
        return page.url().substring(base.length());
    }

    /** No rule of WCAG 2.2 AA broken in that part of the page; Tasklist's own chrome is not ours to mend. */
    public void accessible(String part) {
        accessible(new AxeBuilder(page).include(List.of(part)));
    }

    private void accessible(AxeBuilder axe) {
        var broken = axe.withTags(RULES).analyze().getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .toList();
        assertThat(broken).as("accessibility of " + page.url()).isEmpty();
    }

    /** What the browser has complained about so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** No rule of WCAG 2.2 AA broken, nothing wider than the window, nothing in the console. */
    public void isInOrder() {
        accessible(new AxeBuilder(page));
        var beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) beyond).intValue()).as("overflow of " + page.url()).isZero();
        assertThat(complaints).as("console of " + page.url()).isEmpty();
    }

    /** The browser itself reports an answer that is an error; for pages where that is meant. */
    public void forgetComplaints() {
        complaints.clear();
    }

    @Override
    public void close() {
        context.close();
    }
}
