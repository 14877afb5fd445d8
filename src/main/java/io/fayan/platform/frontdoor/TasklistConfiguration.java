package io.fayan.platform.frontdoor;

import io.fayan.platform.web.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The script that Tasklist loads first, in the reader's language and theme. */
@Component
class TasklistConfiguration {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final String script;
    private final Texts texts;

    TasklistConfiguration(Texts texts) throws IOException {
        this.script = new ClassPathResource("tasklist/config.js").getContentAsString(StandardCharsets.UTF_8);
        this.texts = texts;
    }

    /** @param theme as the cookie says; anything but light or dark leaves it to the browser */
    String in(Locale language, @Nullable String theme) {
        return script.replace("%language%", language.toLanguageTag())
                .replace("%theme%", theme != null && THEMES.contains(theme) ? theme : "")
                .replace("%vendor%", texts.in(language, "frontdoor.tasklist.vendor"))
                .replace("%name%", texts.in(language, "frontdoor.tasklist.name"))
                .replace("%claim%", texts.in(language, "frontdoor.tasklist.claim"))
                .replace("%list%", texts.in(language, "frontdoor.tasklist.list"));
    }
}
