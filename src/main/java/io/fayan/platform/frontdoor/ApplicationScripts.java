package io.fayan.platform.frontdoor;

import io.fayan.platform.web.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The scripts that Camunda's applications load first, in the reader's language and theme, which are those of the portal; the
 * page's own language decides fonts and the words in our style.
 */
@Component
public class ApplicationScripts {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final String tasklist;
    private final String cockpit;
    private final Texts texts;

    ApplicationScripts(Texts texts) throws IOException {
        var frame = script("frame");
        this.tasklist = frame + script("tasklist");
        this.cockpit = frame + script("cockpit");
        this.texts = texts;
    }

    /** @param theme as the cookie says; anything but light or dark leaves it to the browser */
    ResponseEntity<String> tasklist(Locale language, @Nullable String theme) {
        return answer(written(tasklist, "tasklist", language, theme)
                .replace("%claim%", texts.in(language, "frontdoor.tasklist.claim"))
                .replace("%list%", texts.in(language, "frontdoor.tasklist.list")));
    }

    public ResponseEntity<String> cockpit(Locale language, @Nullable String theme) {
        return answer(written(cockpit, "cockpit", language, theme));
    }

    private String written(String script, String application, Locale language, @Nullable String theme) {
        return script.replace("%application%", application)
                .replace("%language%", language.toLanguageTag())
                .replace("%theme%", theme != null && THEMES.contains(theme) ? theme : "")
                .replace("%vendor%", texts.in(language, "frontdoor.tasklist.vendor"))
                .replace("%name%", texts.in(language, "frontdoor." + application + ".name"));
    }

    private static ResponseEntity<String> answer(String script) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Type", "text/javascript;charset=UTF-8")
                .body(script);
    }

    private static String script(String name) throws IOException {
        return new ClassPathResource("camunda/" + name + ".js").getContentAsString(StandardCharsets.UTF_8);
    }
}
