package io.fayan.speaking.engine;

import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.TaskForm;
import io.fayan.platform.frontdoor.TaskKey;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.application.RequestDesk;
import io.fayan.speaking.application.RequesterContexts;
import io.fayan.speaking.domain.TextVersion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The requester's new version after a return. Clause 3.1.d. */
@Component
class CorrectRequestForm implements TaskForm<CorrectRequestForm.Submission> {

    static final TaskKey TASK = new TaskKey(AuthoriseSpeaking.PROCESS, AuthoriseSpeaking.CORRECT_REQUEST);

    private final RequestDesk desk;
    private final RequesterContexts contexts;

    CorrectRequestForm(RequestDesk desk, RequesterContexts contexts) {
        this.desk = desk;
        this.contexts = contexts;
    }

    record Submission(
            @NotNull Integer basedOn,
            @NotBlank @Size(max = TextVersion.LONGEST) String text,
            @NotBlank @Size(max = 500) String note,
            @Size(max = TextVersion.MOST_ATTACHMENTS) List<UUID> attachments,
            @NotEmpty Set<ContentClass> contentClasses,
            @NotNull LocalDateTime windowFrom,
            @NotNull LocalDateTime windowUntil) {}

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
        return contexts.correction(task);
    }

    @Override
    public Outcome submit(TaskRef task, Submission s) {
        return desk.correct(
                task.matter(),
                task.person(),
                s.basedOn(),
                s.text(),
                s.attachments(),
                s.contentClasses(),
                s.windowFrom(),
                s.windowUntil(),
                s.note());
    }
}
