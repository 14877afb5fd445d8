package io.fayan.speaking.engine;

import io.fayan.kernel.Sha256;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.TaskForm;
import io.fayan.platform.frontdoor.TaskKey;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.Verdict;
import io.fayan.speaking.application.ReviewDesk;
import io.fayan.speaking.application.ReviewerContexts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A reviewer's decision on one version of a request. Clause 3.1.d. */
@Component
class ReviewRequestForm implements TaskForm<ReviewRequestForm.Submission> {

    static final TaskKey TASK = new TaskKey(AuthoriseSpeaking.PROCESS, AuthoriseSpeaking.REVIEW_REQUEST);

    private final ReviewDesk desk;
    private final ReviewerContexts contexts;

    ReviewRequestForm(ReviewDesk desk, ReviewerContexts contexts) {
        this.desk = desk;
        this.contexts = contexts;
    }

    record Submission(
            @NotNull Verdict verdict,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(max = 1000) String conditions,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String reviewedText) {}

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
        return contexts.review(task);
    }

    @Override
    public Outcome submit(TaskRef task, Submission s) {
        return desk.decide(
                task.matter(),
                UUID.fromString(task.item()),
                task.person(),
                s.verdict(),
                s.reason(),
                s.conditions(),
                new Sha256(s.reviewedText()));
    }
}
