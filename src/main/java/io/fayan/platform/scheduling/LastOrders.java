package io.fayan.platform.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * When the process is asked to end, nothing is begun any more: no timer, no recurring work. First of all that stops, before
 * the web server waits for who is still being answered; what has begun goes on to its end.
 */
@Component
class LastOrders implements SmartLifecycle {

    private final ObjectProvider<Scheduler> scheduler;
    private final ObjectProvider<JobExecutor> timers;
    private volatile boolean running;

    LastOrders(ObjectProvider<Scheduler> scheduler, ObjectProvider<JobExecutor> timers) {
        this.scheduler = scheduler;
        this.timers = timers;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        scheduler.ifAvailable(Scheduler::pause);
        timers.ifAvailable(JobExecutor::shutdown);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest is stopped first. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
