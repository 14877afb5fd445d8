package io.fayan.speaking.engine;

import io.fayan.platform.frontdoor.MatterAction;
import io.fayan.platform.frontdoor.MatterRef;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.speaking.application.ReviewDesk;
import io.fayan.speaking.application.SpeakingNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

/** A communications lead gives an open step to somebody else. */
@Component
class ReassignStep implements MatterAction<ReassignStep.Submission> {

    private final ReviewDesk desk;

    ReassignStep(ReviewDesk desk) {
        this.desk = desk;
    }

    record Submission(@NotBlank @Size(max = 64) String task, @NotBlank @Size(max = 32) String to) {}

    @Override
    public String prefix() {
        return SpeakingNumbers.PREFIX;
    }

    @Override
    public String name() {
        return "reassign";
    }

    @Override
    public Class<Submission> submission() {
        return Submission.class;
    }

    @Override
    public Outcome submit(MatterRef request, Submission s) {
        return desk.reassign(request.matter(), request.person(), s.task(), s.to());
    }
}
