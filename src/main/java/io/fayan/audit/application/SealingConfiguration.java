package io.fayan.audit.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    static final TaskDescriptor<Void> VERIFY = TaskDescriptor.of("verify-audit", Void.class);

    @Bean
    RecurringTask<Void> sealAuditChains(Sealing sealing) {
        return Tasks.recurring("seal-audit-chains", FixedDelay.ofMinutes(1)).execute((task, context) -> sealing.seal());
    }

    @Bean
    OneTimeTask<Void> verifyAudit(Verifications verifications) {
        return Tasks.oneTime(VERIFY).execute((task, context) -> verifications.run(UUID.fromString(task.getId())));
    }
}
