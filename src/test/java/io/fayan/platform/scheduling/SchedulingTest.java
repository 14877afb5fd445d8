package io.fayan.platform.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.fayan.support.WiringTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WiringTest
class SchedulingTest {

    private final String task = "test-" + UUID.randomUUID();

    @Autowired
    SchedulerClient client;

    @Autowired
    ObjectProvider<Scheduler> running;

    @Autowired
    DbSchedulerCustomizer settings;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    record Parcel(String number, Instant at) {}

    @AfterEach
    void tidy() {
        jdbc.sql("delete from scheduled_tasks where task_name = ?").param(task).update();
    }

    @Test
    void what_a_command_schedules_is_gone_when_it_rolls_back() {
        var parcels = Tasks.oneTime(task, Parcel.class).execute((instance, context) -> {});
        var inOneTransaction = new TransactionTemplate(transactions);
        inOneTransaction.executeWithoutResult(status -> {
            client.scheduleIfNotExists(
                    parcels.instance("lost", new Parcel("SR-2026-000001", Instant.EPOCH)), Instant.now());
            status.setRollbackOnly();
        });
        inOneTransaction.executeWithoutResult(status -> client.scheduleIfNotExists(
                parcels.instance("kept", new Parcel("SR-2026-000002", Instant.EPOCH)), Instant.now()));
        assertThat(jdbc.sql("select task_instance from scheduled_tasks where task_name = ?")
                        .param(task)
                        .query(String.class)
                        .list())
                .containsExactly("kept");
    }

    @Test
    void data_is_kept_as_json() {
        var parcels = Tasks.oneTime(task, Parcel.class).execute((instance, context) -> {});
        client.scheduleIfNotExists(parcels.instance("one", new Parcel("SR-2026-000001", Instant.EPOCH)), Instant.now());
        var data = jdbc.sql("select task_data from scheduled_tasks where task_name = ?")
                .param(task)
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .single();
        assertThat(data).startsWith("{").contains("\"number\":\"SR-2026-000001\"");
    }

    @Test
    void a_task_scheduled_twice_under_one_key_is_carried_out_once_with_its_data() {
        assertThat(running.getIfAvailable())
                .as("in tests nothing runs by itself")
                .isNull();
        var arrived = new ConcurrentLinkedQueue<Parcel>();
        var parcels = Tasks.oneTime(task, Parcel.class).execute((instance, context) -> arrived.add(instance.getData()));
        var parcel = new Parcel("SR-2026-000001", Instant.parse("2026-03-04T05:06:07.089Z"));
        client.scheduleIfNotExists(parcels.instance("one", parcel), Instant.now());
        client.scheduleIfNotExists(parcels.instance("one", parcel), Instant.now());
        var scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), parcels)
                .serializer(settings.serializer().orElseThrow())
                .schedulerName(settings.schedulerName().orElseThrow())
                .pollingInterval(Duration.ofMillis(50))
                .threads(2)
                .build();
        try {
            scheduler.start();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = ?")
                                    .param(task)
                                    .query(Long.class)
                                    .single())
                            .isZero());
        } finally {
            scheduler.stop();
        }
        assertThat(arrived).containsExactly(parcel);
    }

    @Test
    void when_the_process_ends_what_has_begun_is_finished_and_nothing_else_is_begun() {
        var done = new ConcurrentLinkedQueue<String>();
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var work = Tasks.oneTime(task).execute((instance, context) -> {
            begun.countDown();
            waitFor(mayEnd);
            done.add(instance.getId());
        });
        client.scheduleIfNotExists(work.instance("begun"), Instant.now());
        var scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), work)
                .serializer(settings.serializer().orElseThrow())
                .schedulerName(settings.schedulerName().orElseThrow())
                .pollingInterval(Duration.ofMillis(50))
                .threads(2)
                .build();
        var timers = Mockito.mock(JobExecutor.class);
        var beans = new StaticListableBeanFactory(Map.of("scheduler", scheduler, "timers", timers));
        var lastOrders =
                new LastOrders(beans.getBeanProvider(Scheduler.class), beans.getBeanProvider(JobExecutor.class));
        try {
            scheduler.start();
            waitFor(begun);
            lastOrders.start();
            lastOrders.stop();
            client.scheduleIfNotExists(work.instance("late"), Instant.now());
            mayEnd.countDown();
            Awaitility.await().until(() -> done.contains("begun"));
            Awaitility.await().during(Duration.ofMillis(500)).until(() -> done.size() == 1);
        } finally {
            mayEnd.countDown();
            scheduler.stop();
        }
        Mockito.verify(timers).shutdown();
        assertThat(lastOrders.isRunning()).isFalse();
        assertThat(done).containsExactly("begun");
    }

    @Test
    void that_is_said_before_the_web_server_waits_for_those_who_are_being_answered(@Autowired LastOrders lastOrders) {
        assertThat(lastOrders.isRunning()).isTrue();
        assertThat(lastOrders.getPhase()).isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
