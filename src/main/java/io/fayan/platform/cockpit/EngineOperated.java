package io.fayan.platform.cockpit;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Operations paused something that runs, let it go on, or let a job try again.
 *
 * @param matter whose chain it belongs to; null when it is about more than one matter, or none
 */
public record EngineOperated(
        Act act, @Nullable BusinessNumber matter, Map<String, String> facts, PersonId actor, Instant at)
        implements DomainEvent {

    public enum Act {
        SUSPENDED("platform.suspended"),
        ACTIVATED("platform.activated"),
        RETRIES_SET("platform.retriesSet");

        private final String fact;

        Act(String fact) {
            this.fact = fact;
        }

        static Act suspended(boolean suspended) {
            return suspended ? SUSPENDED : ACTIVATED;
        }
    }

    public EngineOperated {
        facts = Map.copyOf(facts);
    }

    @Override
    public String chain() {
        return matter == null ? "configuration:processes" : matter.value();
    }

    @Override
    public String name() {
        return act.fact;
    }
}
