package io.fayan.platform.engine;

import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts processes that began and ended on this node, once it is committed. */
@Component
class ProcessCounts implements ExecutionListener {

    private final MeterRegistry registry;

    ProcessCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        var name =
                EVENTNAME_START.equals(execution.getEventName()) ? "fayan.processes.started" : "fayan.processes.ended";
        var count = registry.counter(name, "process", process);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    count.increment();
                }
            });
        } else {
            count.increment();
        }
    }
}
