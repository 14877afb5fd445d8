package io.fayan.platform.calendar;

import io.fayan.kernel.WorkCalendar.Shift;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Zone and hours in which the company works.
 *
 * @param hours shifts of a day in order, for example {@code 09:00-12:00}
 */
@ConfigurationProperties("fayan.calendar")
record CalendarProperties(
        @DefaultValue("Asia/Shanghai") ZoneId zone, @DefaultValue({"09:00-12:00", "13:30-18:00"}) List<String> hours) {

    /** @throws IllegalArgumentException when the hours are none, overlap or are out of order: the application does not start */
    List<Shift> shifts() {
        var shifts = hours.stream().map(CalendarProperties::shift).toList();
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("fayan.calendar.hours names no working hours");
        }
        for (var i = 1; i < shifts.size(); i++) {
            if (shifts.get(i).from().isBefore(shifts.get(i - 1).until())) {
                throw new IllegalArgumentException("fayan.calendar.hours overlap or are out of order: " + hours);
            }
        }
        return shifts;
    }

    private static Shift shift(String text) {
        var ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("Working hours look like 09:00-12:00, not " + text);
        }
        return new Shift(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
    }
}
