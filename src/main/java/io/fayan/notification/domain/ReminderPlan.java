package io.fayan.notification.domain;

import io.fayan.kernel.MissingCalendarYearException;
import io.fayan.kernel.WorkingTime;
import io.fayan.platform.worklist.DueSteps.Stage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a step's holder is reminded: at 50 % and 80 % of the working time between its creation and its due moment, and
 * escalated at 100 % (deadline table of the policy).
 */
public record ReminderPlan(Instant half, Instant late, Instant due) {

    /**
     * Where no working time lies between the two moments, or the calendar of their years is not entered, plain time is
     * divided: the due moment itself stands either way.
     */
    public static ReminderPlan between(Instant created, Instant due, WorkingTime time) {
        try {
            var working = time.between(created, due);
            if (!working.isZero()) {
                return new ReminderPlan(
                        time.afterWorking(created, share(working, 50)),
                        time.afterWorking(created, share(working, 80)),
                        due);
            }
        } catch (MissingCalendarYearException plainTimeThen) {
            // Falls through.
        }
        var plain = Duration.between(created, due);
        return new ReminderPlan(created.plus(share(plain, 50)), created.plus(share(plain, 80)), due);
    }

    /** The furthest stage reached at that moment; null before the first. */
    public @Nullable Stage reached(Instant now) {
        if (!now.isBefore(due)) {
            return Stage.OVERDUE;
        }
        if (!now.isBefore(late)) {
            return Stage.LATE;
        }
        return now.isBefore(half) ? null : Stage.HALF;
    }

    /** When the next stage is reached; null after the last. */
    public @Nullable Instant next(Instant now) {
        var reached = reached(now);
        if (reached == null) {
            return half;
        }
        return switch (reached) {
            case HALF -> late;
            case LATE -> due;
            case OVERDUE -> null;
        };
    }

    private static Duration share(Duration whole, int percent) {
        return whole.multipliedBy(percent).dividedBy(100);
    }
}
