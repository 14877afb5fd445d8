package io.fayan.speaking.application;

import io.fayan.kernel.Allowance;
import io.fayan.kernel.MissingCalendarYearException;
import io.fayan.kernel.WorkingTime;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.policy.Deadlines;
import io.fayan.speaking.domain.Proposal.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Checks the window in which something may be said. */
@Component
class Windows {

    /** Filling in a form takes a while: a window that began while it was open still begins now. */
    private static final Duration FORM_OPEN = Duration.ofHours(1);

    private final WorkingDays calendar;
    private final Deadlines deadlines;

    Windows(WorkingDays calendar, Deadlines deadlines) {
        this.calendar = calendar;
        this.deadlines = deadlines;
    }

    Instant instant(LocalDateTime local) {
        return local.atZone(calendar.zone()).toInstant();
    }

    LocalDateTime local(Instant instant) {
        return instant.atZone(calendar.zone()).toLocalDateTime().withSecond(0).withNano(0);
    }

    /** The first minute that still counts as now; times are entered to the minute. */
    LocalDateTime earliest(Instant now) {
        return local(now.minus(FORM_OPEN));
    }

    List<Refusal> check(String policyVersion, LocalDateTime from, LocalDateTime until, Instant now) {
        return Stream.concat(checkBeginning(from, now).stream(), checkEnd(policyVersion, from, until, now).stream())
                .toList();
    }

    Optional<Refusal> checkBeginning(LocalDateTime from, Instant now) {
        return from.isBefore(earliest(now))
                ? Optional.of(Refusal.at("windowFrom", "speaking.refused.windowFromPast"))
                : Optional.empty();
    }

    /** Also whether the day is known by which a publication in this window must be reported. */
    Optional<Refusal> checkEnd(String policyVersion, LocalDateTime from, LocalDateTime until, Instant now) {
        if (!until.isAfter(from)) {
            return Optional.of(Refusal.at("windowUntil", "speaking.refused.windowOrder"));
        }
        if (!instant(until).isAfter(now)) {
            return Optional.of(Refusal.at("windowUntil", "speaking.refused.windowUntilPast"));
        }
        var longest = longest(policyVersion);
        var time = new WorkingTime(calendar);
        if (instant(until).isAfter(time.after(instant(from), longest))) {
            return Optional.of(Refusal.at("windowUntil", "speaking.refused.windowLong", longest.amount()));
        }
        try {
            time.after(instant(until), deadlines.allowance(policyVersion, "speaking.publicationReport", false));
            return Optional.empty();
        } catch (MissingCalendarYearException e) {
            return Optional.of(
                    Refusal.at("windowUntil", "speaking.refused.windowCalendar", Integer.toString(e.year())));
        }
    }

    Allowance longest(String policyVersion) {
        return deadlines.allowance(policyVersion, "speaking.longestGrant", false);
    }

    Window window(LocalDateTime from, LocalDateTime until) {
        return new Window(instant(from), instant(until));
    }
}
