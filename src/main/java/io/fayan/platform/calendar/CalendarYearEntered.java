package io.fayan.platform.calendar;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/**
 * A year of the working calendar was entered or replaced by hand.
 *
 * @param daysOff weekdays that are off
 * @param makeUpDays days of a weekend that work
 */
public record CalendarYearEntered(int year, int daysOff, int makeUpDays, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "configuration:calendar";
    }

    @Override
    public String name() {
        return "platform.calendarYearEntered";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "year", String.valueOf(year),
                "daysOff", String.valueOf(daysOff),
                "makeUpDays", String.valueOf(makeUpDays));
    }
}
