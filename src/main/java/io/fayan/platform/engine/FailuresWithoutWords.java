package io.fayan.platform.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the engine keeps of a failed job: which classes, and where. Messages may quote what somebody wrote (a driver names the
 * value that did not fit) and would stand in the engine's tables and in Cockpit; those of our own exception types hold ids
 * and stay, and of SQL errors the state and the code, as in the log.
 */
@Component
class FailuresWithoutWords extends AbstractProcessEnginePlugin {

    private static final String OURS = "io.fayan.";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setHistoryEventProducer(new CacheAwareHistoryEventProducer() {
            @Override
            public HistoryEvent createHistoricJobLogFailedEvt(Job job, @Nullable Throwable failure) {
                return super.createHistoricJobLogFailedEvt(job, withoutWords(failure));
            }
        });
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        var original = configuration.getFailedJobCommandFactory();
        configuration.setFailedJobCommandFactory((job, failure) -> original.getCommand(job, withoutWords(failure)));
    }

    static @Nullable Throwable withoutWords(@Nullable Throwable failure) {
        // The engine asks for the type: a lost lock is no failure and costs no attempt. Its message names rows only.
        return failure == null || failure instanceof OptimisticLockingException ? failure : new Failure(failure);
    }

    /** Prints itself as the failure it stands for. */
    private static final class Failure extends RuntimeException {

        private final String itself;

        Failure(Throwable original) {
            super(said(original, true), cause(original), false, true);
            this.itself = said(original, false);
            setStackTrace(original.getStackTrace());
        }

        private static @Nullable Throwable cause(Throwable original) {
            var cause = original.getCause();
            return cause == null || cause == original ? null : new Failure(cause);
        }

        private static String said(Throwable one, boolean withCauses) {
            var type = one.getClass();
            var said = new StringBuilder(withCauses ? type.getSimpleName() : type.getName());
            if (type.getName().startsWith(OURS) && one.getMessage() != null) {
                said.append(": ").append(one.getMessage());
            } else if (one instanceof SQLException sql) {
                said.append(": state ")
                        .append(sql.getSQLState())
                        .append(", code ")
                        .append(sql.getErrorCode());
            }
            var cause = one.getCause();
            if (withCauses && cause != null && cause != one) {
                said.append(" < ").append(said(cause, true));
            }
            return said.toString();
        }

        @Override
        public String toString() {
            return itself;
        }
    }
}
