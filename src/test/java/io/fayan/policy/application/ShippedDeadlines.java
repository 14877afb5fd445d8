package io.fayan.policy.application;

import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.decisions.ShippedDecisions;
import io.fayan.policy.Deadlines;

/** The deadline table as it is shipped, for tests of other modules. */
public final class ShippedDeadlines {

    private ShippedDeadlines() {}

    public static Deadlines over(WorkingDays calendar) {
        return new TableDeadlines(new ShippedDecisions(), calendar);
    }
}
