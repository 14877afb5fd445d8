package io.fayan.platform.cockpit;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.platform.cockpit.EngineOperated.Act;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What operations may do to the engine: pause, let go on, let try again. Each in one transaction with its entry in the audit
 * log. Every act says whether there was anything to do it to.
 */
@Service
@Transactional
class EngineRoom {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EngineRoom(
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.events = events;
        this.clock = clock;
    }

    /** @param instances also those that run */
    boolean suspendDefinition(String id, boolean suspended, boolean instances, PersonId by) {
        if (repository.createProcessDefinitionQuery().processDefinitionId(id).count() == 0) {
            return false;
        }
        var state = repository
                .updateProcessDefinitionSuspensionState()
                .byProcessDefinitionId(id)
                .includeProcessInstances(instances);
        if (suspended) {
            state.suspend();
        } else {
            state.activate();
        }
        record(Act.suspended(suspended), null, Map.of("definition", id, "instances", String.valueOf(instances)), by);
        return true;
    }

    boolean suspendInstance(String id, boolean suspended, PersonId by) {
        if (runtime.createProcessInstanceQuery().processInstanceId(id).count() == 0) {
            return false;
        }
        var matter = matter(id);
        var state = runtime.updateProcessInstanceSuspensionState().byProcessInstanceId(id);
        if (suspended) {
            state.suspend();
        } else {
            state.activate();
        }
        record(Act.suspended(suspended), matter, Map.of("instance", id), by);
        return true;
    }

    /** @param jobs also those that wait */
    boolean suspendJobDefinition(String id, boolean suspended, boolean jobs, PersonId by) {
        var definition =
                management.createJobDefinitionQuery().jobDefinitionId(id).singleResult();
        if (definition == null) {
            return false;
        }
        var state = management
                .updateJobDefinitionSuspensionState()
                .byJobDefinitionId(id)
                .includeJobs(jobs);
        if (suspended) {
            state.suspend();
        } else {
            state.activate();
        }
        record(
                Act.suspended(suspended),
                null,
                Map.of(
                        "definition", definition.getProcessDefinitionId(),
                        "element", definition.getActivityId(),
                        "jobs", String.valueOf(jobs)),
                by);
        return true;
    }

    boolean suspendJob(String id, boolean suspended, PersonId by) {
        var job = job(id);
        if (job == null) {
            return false;
        }
        var state = management.updateJobSuspensionState().byJobId(id);
        if (suspended) {
            state.suspend();
        } else {
            state.activate();
        }
        record(Act.suspended(suspended), matter(job.getProcessInstanceId()), Map.of("job", id), by);
        return true;
    }

    boolean setRetries(String id, int retries, PersonId by) {
        var job = job(id);
        if (job == null) {
            return false;
        }
        management.setJobRetries(id, retries);
        record(
                Act.RETRIES_SET,
                matter(job.getProcessInstanceId()),
                Map.of("job", id, "retries", String.valueOf(retries)),
                by);
        return true;
    }

    private @Nullable Job job(String id) {
        return management.createJobQuery().jobId(id).singleResult();
    }

    private @Nullable BusinessNumber matter(@Nullable String instance) {
        return Optional.ofNullable(instance)
                .map(id -> runtime.createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .flatMap(running -> Optional.ofNullable(running.getBusinessKey()))
                .flatMap(BusinessNumber::parse)
                .orElse(null);
    }

    private void record(Act act, @Nullable BusinessNumber matter, Map<String, String> facts, PersonId by) {
        events.publishEvent(new EngineOperated(act, matter, facts, by, clock.instant()));
    }
}
