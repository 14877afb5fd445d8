package io.fayan.speaking.engine;

import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.TaskAction;
import io.fayan.platform.frontdoor.TaskKey;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.application.ReviewDesk;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

/** A reviewer asks for another pair of eyes. */
@Component
class AddReviewer implements TaskAction<AddReviewer.Submission> {

    private final ReviewDesk desk;

    AddReviewer(ReviewDesk desk) {
        this.desk = desk;
    }

    record Submission(@NotNull Reviewer reviewer, @NotBlank @Size(max = 500) String why) {}

    @Override
    public TaskKey task() {
        return ReviewRequestForm.TASK;
    }

    @Override
    public String name() {
        return "add-reviewer";
    }

    @Override
    public Class<Submission> submission() {
        return Submission.class;
    }

    @Override
    public Outcome submit(TaskRef task, Submission s) {
        return desk.addReviewer(task.matter(), task.person(), s.reviewer(), s.why());
    }
}
