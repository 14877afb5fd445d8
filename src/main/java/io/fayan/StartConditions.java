package io.fayan;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Refuses to start where it could do harm: without saying what it is started for, or in production without its secrets.
 * Says so in one sentence, before anything is opened.
 */
class StartConditions implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final List<String> PURPOSES = List.of("demo", "prod", "test");

    @Override
    public int getOrder() {
        // After the configuration files were read.
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(event.getEnvironment());
    }

    /** @throws StartRefused with the sentence to print */
    static void check(Environment environment) {
        var purposes = Arrays.stream(environment.getActiveProfiles())
                .filter(PURPOSES::contains)
                .toList();
        if (purposes.isEmpty()) {
            throw new StartRefused(
                    "Fayan starts with the profile \"demo\" (an invented company, reachable from this machine"
                            + " only) or \"prod\" (your company, on MySQL): say --spring.profiles.active=demo or =prod.");
        }
        if (purposes.size() > 1) {
            throw new StartRefused("Fayan starts with one of the profiles demo and prod, not with " + purposes + ".");
        }
        if (purposes.contains("prod")) {
            var missing = Arrays.stream(
                            environment.getProperty("fayan.required-settings", String[].class, new String[0]))
                    .filter(name -> environment.getProperty(name, "").isBlank())
                    .toList();
            if (!missing.isEmpty()) {
                throw new StartRefused(
                        "Fayan does not start in production without " + missing + ": set these environment variables.");
            }
        }
    }

    static final class StartRefused extends RuntimeException {
        StartRefused(String sentence) {
            super(sentence);
        }
    }

    /** Prints the sentence instead of a stack trace. */
    static final class Sentence extends AbstractFailureAnalyzer<StartRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, StartRefused refused) {
            return new FailureAnalysis(refused.getMessage(), null, refused);
        }
    }
}
