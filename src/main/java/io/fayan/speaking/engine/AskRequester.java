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

/** A reviewer asks the requester without deciding. Clause 3.2.e. */
@Component
class AskRequester implements TaskAction<AskRequester.Submission> {

    private final ReviewDesk desk;

    AskRequester(ReviewDesk desk) {
        this.desk = desk;
    }

    record Submission(@NotBlank @Size(max = 2000) String question) {}

    @Override
    public TaskKey task() {
        return ReviewRequestForm.TASK;
    }

    @Override
    public String name() {
        return "ask";
    }

    @Override
    public Class<Submission> submission() {
        return Submission.class;
    }

    @Override
    public Outcome submit(TaskRef task, Submission s) {
        return desk.ask(task.matter(), UUID.fromString(task.item()), task.person(), s.question());
    }
}
