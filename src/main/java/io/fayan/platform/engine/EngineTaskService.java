package io.fayan.platform.engine;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.platform.worklist.EngineTasks;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's side of claims, hand-overs and offers; authenticated nowhere else. */
@Component
class EngineTaskService implements EngineTasks {

    private final TaskService tasks;

    /** Lazy: the engine's own listeners need the work list before the engine exists. */
    EngineTaskService(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void assign(String taskId, @Nullable PersonId assignee) {
        tasks.setAssignee(taskId, assignee == null ? null : assignee.value());
    }

    @Override
    public void offer(String taskId, Role group) {
        for (var link : tasks.getIdentityLinksForTask(taskId)) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null) {
                tasks.deleteCandidateGroup(taskId, link.getGroupId());
            }
        }
        tasks.addCandidateGroup(taskId, group.groupId());
        tasks.setAssignee(taskId, null);
    }
}
