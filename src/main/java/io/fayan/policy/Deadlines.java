package io.fayan.policy;

import io.fayan.kernel.Allowance;
import java.time.Instant;

/** The policy's deadline table over the company's working calendar. */
public interface Deadlines {

    /**
     * @param version the policy version of the matter
     * @param step for example {@code review.LEGAL} or {@code speaking.correction}
     * @param urgent only reviews know urgency, every other step ignores it
     * @throws io.fayan.platform.decisions.UnknownTableException when there is no such version
     * @throws IllegalArgumentException when the table has no such step
     */
    Allowance allowance(String version, String step, boolean urgent);

    /**
     * The moment at which the step's time is used up.
     *
     * @param from the event from which it counts
     * @throws io.fayan.kernel.MissingCalendarYearException when the deadline falls into a year that nobody has entered
     */
    Instant due(String version, String step, boolean urgent, Instant from);
}
