package io.fayan.people;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An open step of somebody who left or is away passed on: to a person, or back to a group.
 *
 * @param to null when it went to a group
 * @param group null when it went to a person
 */
public record StepHandedOver(
        BusinessNumber matter,
        String step,
        PersonId from,
        @Nullable PersonId to,
        @Nullable Role group,
        PersonId actor,
        Instant at)
        implements DomainEvent {

    public StepHandedOver {
        if ((to == null) == (group == null)) {
            throw new IllegalArgumentException("A step goes to a person or to a group");
        }
    }

    @Override
    public String chain() {
        return matter.value();
    }

    @Override
    public String name() {
        return "people.stepHandedOver";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "step",
                step,
                "from",
                from.value(),
                to == null ? "group" : "to",
                to == null ? String.valueOf(group) : to.value());
    }
}
