package io.fayan.platform.worklist;

import io.fayan.kernel.PersonId;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Open steps under the aspect of time: which ones a reminder sweep has to look at, and how far it has got with each. */
public interface DueSteps {

    /**
     * Steps whose time to be looked at has come, longest waiting first; new and changed ones at once. Each is locked until
     * the caller's transaction ends and left out for everybody else meanwhile. Needs a transaction; every step taken must be
     * {@link #looked looked} at in it, or it is taken again.
     */
    List<DueStep> take(Instant now, int max);

    /**
     * @param reached the furthest stage now reached; null when none is
     * @param at when it was found reached
     * @param next when to look again; null for never, unless the step is changed
     */
    void looked(String taskId, @Nullable Stage reached, Instant at, @Nullable Instant next);

    /** How much of a step's time has passed, in this order. */
    enum Stage {
        HALF,
        LATE,
        OVERDUE
    }

    /**
     * @param excluded persons with a conflict, whom nobody tells of the step
     * @param reached the furthest stage that was noted before; null when none was
     */
    record DueStep(WorkItem item, Set<PersonId> excluded, @Nullable Stage reached) {

        public DueStep {
            excluded = Set.copyOf(excluded);
        }
    }
}
