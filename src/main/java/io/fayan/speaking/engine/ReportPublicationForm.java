package io.fayan.speaking.engine;

import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.TaskForm;
import io.fayan.platform.frontdoor.TaskKey;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.application.GrantDesk;
import io.fayan.speaking.application.RequesterContexts;
import io.fayan.speaking.domain.TextVersion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was really published, filed by the requester. Clause 3.1.d. */
@Component
class ReportPublicationForm implements TaskForm<ReportPublicationForm.Submission> {

    static final TaskKey TASK = new TaskKey(AuthoriseSpeaking.PROCESS, AuthoriseSpeaking.REPORT_PUBLICATION);

    private final GrantDesk desk;
    private final RequesterContexts contexts;

    ReportPublicationForm(GrantDesk desk, RequesterContexts contexts) {
        this.desk = desk;
        this.contexts = contexts;
    }

    record Submission(
            @Nullable @Size(max = 500) @Pattern(regexp = "https?://\\S+") String link,
            @NotNull LocalDateTime publishedAt,
            @NotBlank @Size(max = TextVersion.LONGEST) String publishedText) {}

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
        return contexts.publication(task);
    }

    @Override
    public Outcome submit(TaskRef task, Submission s) {
        return desk.publish(task.matter(), task.person(), s.link(), s.publishedAt(), s.publishedText());
    }
}
