package io.fayan.notification;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.fayan.notification.application.Reminders;
import io.fayan.platform.web.HeaderLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    Task<Void> reminderSweep(Reminders reminders) {
        return Tasks.recurring("reminders", FixedDelay.ofMinutes(1)).execute((task, context) -> reminders.sweep());
    }

    @Bean
    HeaderLink bell() {
        return new HeaderLink("notification.inbox", "bell", "/inbox", "/inbox/bell");
    }
}
