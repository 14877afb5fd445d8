package io.fayan.speaking.application;

import io.fayan.kernel.WorkingTime;
import io.fayan.policy.Deadlines;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.domain.ReviewClock;
import io.fayan.speaking.domain.SpeakingRequest;
import java.time.Duration;
import java.time.Instant;

/** Review clocks by the deadline table of the matter's policy version. */
record DeadlineClock(Deadlines deadlines, WorkingTime time, SpeakingRequest request, Instant now)
        implements ReviewClock {

    @Override
    public Instant due(Reviewer reviewer) {
        return deadlines.due(request.policyVersion(), reviewer.deadline(), request.urgent(), now);
    }

    @Override
    public Instant dueAfter(Duration remaining) {
        return time.afterWorking(now, remaining);
    }

    @Override
    public Duration remaining(Instant due) {
        return time.between(now, due);
    }
}
