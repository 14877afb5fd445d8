package io.fayan.speaking.engine;

import static io.fayan.speaking.AuthoriseSpeaking.PROCESS;

import io.fayan.kernel.BusinessNumber;
import io.fayan.speaking.application.Progress;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads from the engine's history where one request's process has been. Found by business key, so at the same cost at any size. */
@Component
class EngineProgress implements Progress {

    private static final String MULTI_INSTANCE = "#multiInstanceBody";

    private final HistoryService history;

    EngineProgress(@Lazy HistoryService history) {
        this.history = history;
    }

    @Override
    public Optional<Steps> of(BusinessNumber request) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(request.value())
                .list()
                .stream()
                .findFirst()
                .map(instance -> {
                    var steps = new LinkedHashMap<String, State>();
                    history
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance.getId())
                            .orderPartiallyByOccurrence()
                            .asc()
                            .list()
                            .stream()
                            .filter(activity -> !activity.getActivityId().endsWith(MULTI_INSTANCE))
                            .forEach(activity -> steps.merge(activity.getActivityId(), state(activity), this::latest));
                    return new Steps(
                            instance.getProcessDefinitionId(),
                            steps.entrySet().stream()
                                    .map(entry -> new Step(entry.getKey(), entry.getValue()))
                                    .toList());
                });
    }

    private static State state(HistoricActivityInstance activity) {
        if (activity.getEndTime() == null) {
            return State.CURRENT;
        }
        return activity.isCanceled() ? State.CUT_SHORT : State.DONE;
    }

    /** A step that several people or rounds entered is where its last one is; one of them still at it keeps it current. */
    private State latest(State earlier, State later) {
        if (earlier == State.CURRENT || later == State.CURRENT) {
            return State.CURRENT;
        }
        return earlier == State.DONE || later == State.DONE ? State.DONE : State.CUT_SHORT;
    }
}
