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

/** A reviewer gives the review to a colleague. */
@Component
class HandOverReview implements TaskAction<HandOverReview.Submission> {

    private final ReviewDesk desk;

    HandOverReview(ReviewDesk desk) {
        this.desk = desk;
    }

    record Submission(@NotBlank @Size(max = 32) String to, @NotBlank @Size(max = 500) String note) {}

    @Override
    public TaskKey task() {
        return ReviewRequestForm.TASK;
    }

    @Override
    public String name() {
        return "hand-over";
    }

    @Override
    public Class<Submission> submission() {
        return Submission.class;
    }

    @Override
    public Outcome submit(TaskRef task, Submission s) {
        return desk.handOver(task.matter(), task.id(), UUID.fromString(task.item()), task.person(), s.to(), s.note());
    }
}
