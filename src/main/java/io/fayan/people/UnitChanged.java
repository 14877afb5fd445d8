package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/** A unit was entered, renamed, moved or given another lead. */
public record UnitChanged(String unit, boolean created, PersonId actor, Instant at) implements DomainEvent {

    @Override
    public String chain() {
        return "configuration:units";
    }

    @Override
    public String name() {
        return "people.unitChanged";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("unit", unit, "created", String.valueOf(created));
    }
}
