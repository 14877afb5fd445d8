package io.fayan.platform.files;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    @Bean
    Task<Void> forgottenUploads(StoredFiles files) {
        return Tasks.recurring("forgotten-uploads", FixedDelay.ofHours(1))
                .execute((task, context) -> files.removeForgotten());
    }
}
