package io.fayan.people.application;

import io.fayan.platform.calendar.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Today, where the company's days begin and end. */
@Component
public class CompanyDay {

    private final Clock clock;
    private final WorkingDays calendar;

    CompanyDay(Clock clock, WorkingDays calendar) {
        this.clock = clock;
        this.calendar = calendar;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    ZoneId zone() {
        return calendar.zone();
    }
}
