package io.fayan.platform.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

@Configuration(proxyBeanMethods = false)
class SchedulingConfiguration {

    private static final JacksonSerializer JSON = new JacksonSerializer();

    @Bean
    DbSchedulerCustomizer jobDataAsJson() {
        // The host's name may be longer than the column that names who picked an execution.
        var node = new SchedulerName.Fixed("fayan-" + UUID.randomUUID());
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(JSON);
            }

            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(node);
            }
        };
    }

    /** Later than the starter's own: what runs when the application has started (the demo's history) comes first. */
    @Bean
    @ConditionalOnProperty(name = "db-scheduler.enabled", havingValue = "true", matchIfMissing = true)
    DbSchedulerStarter startWhenReady(ObjectProvider<Scheduler> scheduler) {
        return new StartWhenReady(scheduler);
    }

    /** Where nothing runs by itself, commands still schedule. */
    @Bean
    @ConditionalOnProperty(name = "db-scheduler.enabled", havingValue = "false")
    SchedulerClient schedulerClient(DataSource dataSource, List<Task<?>> tasks) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
                .serializer(JSON)
                .build();
    }

    private record StartWhenReady(ObjectProvider<Scheduler> scheduler) implements DbSchedulerStarter {

        @EventListener(ApplicationReadyEvent.class)
        @Override
        public void doStart() {
            scheduler.getObject().start();
        }
    }
}
