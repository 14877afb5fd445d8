package io.fayan.speaking.engine;

import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.TaskAction;
import io.fayan.platform.frontdoor.TaskKey;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.speaking.application.ReviewDesk;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A reviewer gives the review back to the group. */
@Component
class GiveReviewBack implements TaskAction<GiveReviewBack.Submission> {

    private final ReviewDesk desk;

    GiveReviewBack(ReviewDesk desk) {
        this.desk = desk;
    }

    record Submission(@NotBlank @Size(max = 500) String note) {}

    @Override
    public TaskKey task() {
        return ReviewRequestForm.TASK;
    }

    @Override
    public String name() {
        return "give-back";
    }

    @Override
    public Class<Submission> submission() {
        return Submission.class;
    }

    @Override
    public Outcome submit(TaskRef task, Submission s) {
        return desk.giveBack(task.matter(), task.id(), UUID.fromString(task.item()), task.person(), s.note());
    }
}
