package io.fayan.speaking.engine;

import static io.fayan.speaking.AuthoriseSpeaking.GRANT_REVOKED;
import static io.fayan.speaking.AuthoriseSpeaking.PROCESS;
import static io.fayan.speaking.AuthoriseSpeaking.QUESTION_ASKED;
import static io.fayan.speaking.AuthoriseSpeaking.REQUEST_WITHDRAWN;
import static io.fayan.speaking.AuthoriseSpeaking.REVIEW_REQUEST;

import io.fayan.kernel.BusinessNumber;
import io.fayan.speaking.application.Flow;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves the running process where a use case did more than complete its task. */
@Component
class EngineFlow implements Flow {

    private static final String ITEM = "item";

    private final RuntimeService runtime;

    /** Lazy: the engine's expressions know the use cases before the engine exists. */
    EngineFlow(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void requestWithdrawn(BusinessNumber request) {
        correlate(REQUEST_WITHDRAWN, request);
    }

    @Override
    public void grantRevoked(BusinessNumber request) {
        correlate(GRANT_REVOKED, request);
    }

    private void correlate(String message, BusinessNumber request) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(request.value())
                .correlateWithResult();
    }

    @Override
    public void questionAsked(BusinessNumber request, UUID question) {
        runtime.createMessageCorrelation(QUESTION_ASKED)
                .processInstanceBusinessKey(request.value())
                .setVariableToTriggeredScope(ITEM, question.toString())
                .correlateWithResult();
    }

    @Override
    public void reviewerAdded(BusinessNumber request, UUID review) {
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(request.value())
                .singleResult();
        // One more instance of the running multi-instance step: the round waits for it like for the others.
        runtime.createProcessInstanceModification(instance.getId())
                .startBeforeActivity(REVIEW_REQUEST)
                .setVariableLocal(ITEM, review.toString())
                .execute();
    }
}
