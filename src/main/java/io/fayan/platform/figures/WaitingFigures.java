package io.fayan.platform.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, read from the database: one statement a figure, each from an index, and not more often than every quarter of a minute. */
@Component
class WaitingFigures implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final Clock clock;
    private @Nullable Reading newest;

    WaitingFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Reading(
            Instant at,
            double open,
            double overdue,
            double incidents,
            double failingJobs,
            double failingTasks,
            double lateSeconds) {

        /** Nothing is known without a database, and not being asked again at once: each figure would wait for it in turn. */
        static Reading unknown(Instant at) {
            return new Reading(at, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "fayan.steps.open", "Human steps that are open", Reading::open);
        gauge(registry, "fayan.steps.overdue", "Open human steps whose due date has passed", Reading::overdue);
        gauge(
                registry,
                "fayan.incidents",
                "Timers and jobs that failed for good and wait for operators",
                Reading::incidents);
        gauge(registry, "fayan.jobs.failing", "Timers and jobs whose last attempt failed", Reading::failingJobs);
        gauge(
                registry,
                "fayan.tasks.failing",
                "Recurring work and messages whose last attempt failed",
                Reading::failingTasks);
        Gauge.builder("fayan.tasks.lag", this, figures -> figures.reading().lateSeconds())
                .description("For how long recurring work or a message that is due has waited to be taken")
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Reading> figure) {
        Gauge.builder(name, this, figures -> figure.applyAsDouble(figures.reading()))
                .description(description)
                .register(registry);
    }

    private synchronized Reading reading() {
        var now = clock.instant();
        if (newest == null || Duration.between(newest.at(), now).abs().compareTo(FRESH) >= 0) {
            try {
                newest = read(now);
            } catch (DataAccessException e) {
                newest = Reading.unknown(clock.instant());
            }
        }
        return newest;
    }

    private Reading read(Instant now) {
        return new Reading(
                now,
                count("select count(*) from work_item"),
                count("select count(*) from work_item where due_at < ?", Timestamp.from(now)),
                count("select count(*) from ACT_RU_INCIDENT"),
                count("select count(*) from ACT_RU_JOB where EXCEPTION_STACK_ID_ is not null"),
                count("select count(*) from scheduled_tasks where consecutive_failures > 0"),
                lateSeconds(now));
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private double lateSeconds(Instant now) {
        return jdbc
                .sql("select min(execution_time) from scheduled_tasks where picked = false")
                .query((row, number) -> row.getTimestamp(1))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .mapToDouble(next ->
                        Math.max(0, Duration.between(next.toInstant(), now).toMillis() / 1000.0))
                .findFirst()
                .orElse(0);
    }
}
