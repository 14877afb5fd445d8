package io.fayan.platform.frontdoor;

import io.fayan.platform.frontdoor.Answer.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How long the front door takes, by kind of command and by what came of it; never by person, matter or step. */
@Component
class CommandTimes {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(3)
    };

    private final MeterRegistry registry;

    CommandTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    enum Kind {
        START,
        COMPLETE,
        ACT_ON_TASK,
        ACT_ON_MATTER
    }

    Answer measure(Kind kind, Supplier<Answer> command) {
        var began = Timer.start(registry);
        var outcome = "failed";
        try {
            var answer = command.get();
            outcome = answer instanceof Refused refused ? word(refused.kind()) : "accepted";
            return answer;
        } finally {
            began.stop(Timer.builder("fayan.commands")
                    .description("What people did through the front door, retries included")
                    .tag("kind", word(kind))
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(BOUNDS)
                    .register(registry));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
