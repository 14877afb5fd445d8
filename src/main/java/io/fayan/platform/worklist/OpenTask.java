package io.fayan.platform.worklist;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A human step as the engine knows it.
 *
 * @param definition the engine's id of the process definition
 * @param instance the engine's id of the process instance
 * @param item the element of a multi-instance step
 * @param groups the engine's candidate group ids
 */
public record OpenTask(
        String id,
        String definition,
        String instance,
        String element,
        String matter,
        @Nullable String item,
        @Nullable String assignee,
        Set<String> groups,
        Instant created,
        @Nullable Instant due) {

    public OpenTask {
        groups = Set.copyOf(groups);
    }
}
