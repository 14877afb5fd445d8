package io.fayan.speaking.application;

import io.fayan.kernel.Allowance;
import io.fayan.kernel.WorkingTime;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.policy.Deadlines;
import io.fayan.speaking.domain.Proposal.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
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
        var refusals = new ArrayList<Refusal>();
        if (from.isBefore(earliest(now))) {
            refusals.add(Refusal.at("windowFrom", "speaking.refused.windowFromPast"));
        }
        if (!until.isAfter(from)) {
            refusals.add(Refusal.at("windowUntil", "speaking.refused.windowOrder"));
        } else if (!instant(until).isAfter(now)) {
            refusals.add(Refusal.at("windowUntil", "speaking.refused.windowUntilPast"));
        } else {
            var longest = longest(policyVersion);
            if (instant(until).isAfter(new WorkingTime(calendar).after(instant(from), longest))) {
                refusals.add(Refusal.at("windowUntil", "speaking.refused.windowLong", longest.amount()));
            }
        }
        return refusals;
    }

    Allowance longest(String policyVersion) {
        return deadlines.allowance(policyVersion, "speaking.longestGrant", false);
    }

    Window window(LocalDateTime from, LocalDateTime until) {
        return new Window(instant(from), instant(until));
    }
}
