package io.fayan.speaking.application;

import io.fayan.kernel.BusinessNumber;
import java.util.List;
import java.util.Optional;

/** How far the process of a request has come. Ids of the model only; what happened is told by the request's own timeline. */
public interface Progress {

    /** Empty when no process was ever started for it, or its history has been cleaned. */
    Optional<Steps> of(BusinessNumber request);

    /**
     * @param definition the engine's id of the definition it runs on
     * @param steps in the order in which they were first entered
     */
    record Steps(String definition, List<Step> steps) {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    record Step(String element, State state) {}

    enum State {
        DONE,
        CURRENT,
        /** Left without being finished: withdrawn, revoked, out of time, or the round was over. */
        CUT_SHORT
    }
}
