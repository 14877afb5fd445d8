package io.fayan.audit.application;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    @Bean
    RecurringTask<Void> sealAuditChains(Sealing sealing) {
        return Tasks.recurring("seal-audit-chains", FixedDelay.ofMinutes(1)).execute((task, context) -> sealing.seal());
    }
}
