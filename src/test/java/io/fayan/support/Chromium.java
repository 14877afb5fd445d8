package io.fayan.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One headless Chromium for all journeys. A missing browser fails them and says what to install. */
final class Chromium {

    private static Browser browser;

    private Chromium() {}

    static synchronized Browser launched() {
        if (browser == null) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
        return browser;
    }

    private static Path executable() {
        var given = System.getenv("CHROMIUM");
        var path = Path.of(given == null || given.isBlank() ? "/usr/bin/chromium" : given);
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException(
                    "The journeys need Chromium: run tools/verify, or install the package chromium,"
                            + " or set CHROMIUM to its executable; there is none at " + path);
        }
        return path;
    }
}
