package io.fayan.speaking.engine;

import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.TaskForm;
import io.fayan.platform.frontdoor.TaskKey;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.application.RequestDesk;
import io.fayan.speaking.application.RequesterContexts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The requester answers a reviewer's question. Clause 3.2.e. */
@Component
class AnswerQuestionForm implements TaskForm<AnswerQuestionForm.Submission> {

    static final TaskKey TASK = new TaskKey(AuthoriseSpeaking.PROCESS, AuthoriseSpeaking.ANSWER_QUESTION);

    private final RequestDesk desk;
    private final RequesterContexts contexts;

    AnswerQuestionForm(RequestDesk desk, RequesterContexts contexts) {
        this.desk = desk;
        this.contexts = contexts;
    }

    record Submission(@NotBlank @Size(max = 2000) String answer) {}

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
        return contexts.question(task);
    }

    @Override
    public Outcome submit(TaskRef task, Submission s) {
        return desk.answer(task.matter(), UUID.fromString(task.item()), task.person(), s.answer());
    }
}
