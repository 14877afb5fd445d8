package io.fayan.people.application;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleSchedule {

    /** Every ten minutes, the first time of each day one second after midnight. */
    @Bean
    RecurringTask<Void> peopleDayChange(DayChange change, CompanyDay day) {
        return Tasks.recurring("people-day-change", new CronSchedule("1 0/10 * * * *", day.zone()))
                .execute((instance, context) -> change.sweep());
    }
}
