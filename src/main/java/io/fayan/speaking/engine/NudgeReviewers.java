package io.fayan.speaking.engine;

import io.fayan.platform.frontdoor.MatterAction;
import io.fayan.platform.frontdoor.MatterRef;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.speaking.application.RequestDesk;
import io.fayan.speaking.application.SpeakingNumbers;
import org.springframework.stereotype.Component;

/** The requester reminds the reviewers, once a working day. */
@Component
class NudgeReviewers implements MatterAction<NudgeReviewers.Submission> {

    private final RequestDesk desk;

    NudgeReviewers(RequestDesk desk) {
        this.desk = desk;
    }

    record Submission() {}

    @Override
    public String prefix() {
        return SpeakingNumbers.PREFIX;
    }

    @Override
    public String name() {
        return "nudge";
    }

    @Override
    public Class<Submission> submission() {
        return Submission.class;
    }

    @Override
    public Outcome submit(MatterRef request, Submission s) {
        return desk.nudge(request.matter(), request.person());
    }
}
