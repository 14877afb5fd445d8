package io.fayan.platform.engine;

import io.fayan.platform.worklist.OpenTask;
import io.fayan.platform.worklist.TaskChanges;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/** Keeps the work list's rows in step with the engine's tasks, in the engine's transaction. Built in, so never skipped. */
@Component
class WorkListListener implements TaskListener {

    /** The element variable of every multi-instance step. */
    static final String ITEM = "item";

    private final TaskChanges changes;

    WorkListListener(TaskChanges changes) {
        this.changes = changes;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> changes.created(open(task));
            case EVENTNAME_UPDATE, EVENTNAME_ASSIGNMENT -> changes.changed(open(task));
            case EVENTNAME_COMPLETE, EVENTNAME_DELETE -> changes.gone(task.getId());
            default -> throw new IllegalArgumentException("Not listened to: " + task.getEventName());
        }
    }

    private static OpenTask open(DelegateTask task) {
        var execution = task.getExecution();
        var groups = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toSet());
        var due = task.getDueDate();
        return new OpenTask(
                task.getId(),
                task.getProcessDefinitionId(),
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                execution.getProcessBusinessKey(),
                (String) execution.getVariable(ITEM),
                task.getAssignee(),
                groups,
                task.getCreateTime().toInstant(),
                due == null ? null : due.toInstant());
    }
}
