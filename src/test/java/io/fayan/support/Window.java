package io.fayan.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A browser window of a journey: its own cookies, language, colours and width; what the console complains of is kept. */
public final class Window implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    /** @param theme {@code light} or {@code dark} */
    public Window(int port, String language, String theme, int width) {
        base = "http://localhost:" + port;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        context = chromium()
                .newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 800));
        context.addCookies(List.of(
                new Cookie("FAYAN-LANGUAGE", language).setUrl(base), new Cookie("FAYAN-THEME", theme).setUrl(base)));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    private Browser chromium() {
        var named = System.getenv("CHROMIUM");
        var executable = Path.of(named == null || named.isBlank() ? "/usr/bin/chromium" : named);
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException(
                    "Browser journeys need Chromium: run tools/verify, or export CHROMIUM=$(tools/chromium)");
        }
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
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

    /** No rule of WCAG 2.2 AA broken, nothing wider than the window, nothing in the console. */
    public void isInOrder() {
        var broken = new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertThat(broken).as("accessibility of " + page.url()).isEmpty();
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
        context.browser().close();
        playwright.close();
    }
}
