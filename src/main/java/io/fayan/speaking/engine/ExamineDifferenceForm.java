package io.fayan.speaking.engine;

import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.TaskForm;
import io.fayan.platform.frontdoor.TaskKey;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.application.GrantDesk;
import io.fayan.speaking.application.ReviewerContexts;
import io.fayan.speaking.domain.Publication;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

/** Communications look at a publication that differs from its grant. Clause 4.1.b. */
@Component
class ExamineDifferenceForm implements TaskForm<ExamineDifferenceForm.Submission> {

    static final TaskKey TASK = new TaskKey(AuthoriseSpeaking.PROCESS, AuthoriseSpeaking.EXAMINE_DIFFERENCE);

    private final GrantDesk desk;
    private final ReviewerContexts contexts;

    ExamineDifferenceForm(GrantDesk desk, ReviewerContexts contexts) {
        this.desk = desk;
        this.contexts = contexts;
    }

    record Submission(@NotNull Publication.Decision decision, @NotBlank @Size(max = 2000) String note) {}

    @Override
    public TaskKey task() {
        return TASK;
    }

    @Override
    public Class<Submission> submission() {
        return Submission.class;
    }

    @Override
    public Object context(TaskRef task) {
        return contexts.examination(task);
    }

    @Override
    public Outcome submit(TaskRef task, Submission s) {
        return desk.examine(task.matter(), task.person(), s.decision(), s.note());
    }
}
