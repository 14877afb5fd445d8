package io.fayan.demo.engine;

import io.fayan.demo.PastTimers;
import io.fayan.platform.calendar.MovableClock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
class EnginePastTimers implements PastTimers {

    private final ManagementService management;
    private final MovableClock clock;

    EnginePastTimers(ManagementService management, MovableClock clock) {
        this.management = management;
        this.clock = clock;
    }

    @Override
    public void runUntil(Instant now) {
        management
                .createJobQuery()
                .timers()
                .duedateLowerThan(Date.from(now))
                .orderByJobDuedate()
                .asc()
                .list()
                .forEach(job -> {
                    clock.moveTo(job.getDuedate().toInstant());
                    management.executeJob(job.getId());
                });
    }
}
