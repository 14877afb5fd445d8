package io.fayan.platform.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.kernel.BusinessNumber;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.support.WiringTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WiringTest
class BusinessNumbersTest {

    @Autowired
    BusinessNumbers numbers;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void tidy() {
        clock.release();
        jdbc.sql("delete from number_counter where prefix in ('ZA', 'ZB', 'ZC', 'ZD')")
                .update();
    }

    @Test
    void eight_threads_draw_every_number_once_and_leave_no_gap() throws Exception {
        clock.moveTo(Instant.parse("2026-06-01T02:00:00Z"));
        var together = new CyclicBarrier(8);
        Callable<List<String>> drawing = () -> {
            together.await();
            var drawn = new ArrayList<String>();
            for (var i = 0; i < 25; i++) {
                drawn.add(numbers.next("ZA").value());
            }
            return drawn;
        };
        var threads = Executors.newFixedThreadPool(8);
        try {
            var drawn = new ArrayList<String>();
            for (var thread : threads.invokeAll(java.util.Collections.nCopies(8, drawing))) {
                drawn.addAll(thread.get());
            }
            assertThat(drawn)
                    .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 200)
                            .mapToObj(n -> BusinessNumber.of("ZA", 2026, n).value())
                            .collect(Collectors.toList()));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_year_begins_at_midnight_in_shanghai_and_counts_from_one() {
        clock.moveTo(Instant.parse("2026-12-31T15:59:59Z"));
        assertThat(numbers.next("ZB")).hasToString("ZB-2026-000001");
        assertThat(numbers.next("ZB")).hasToString("ZB-2026-000002");
        clock.moveTo(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(numbers.next("ZB")).hasToString("ZB-2027-000001");
    }

    @Test
    void a_command_that_rolls_back_leaves_a_gap_and_holds_nobody_up() {
        var rolledBack = new TransactionTemplate(transactions).execute(status -> {
            var number = numbers.next("ZC");
            assertThat(numbers.next("ZC")).isNotEqualTo(number);
            status.setRollbackOnly();
            return number;
        });
        assertThat(numbers.next("ZC").value()).isGreaterThan(rolledBack.value());
    }

    @Test
    void more_commands_than_pooled_connections_do_not_wait_for_each_other() throws Exception {
        var together = new CyclicBarrier(19);
        Callable<BusinessNumber> command = () -> new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("select 1").query(Integer.class).single();
            try {
                together.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return numbers.next("ZD");
        });
        var threads = Executors.newFixedThreadPool(19);
        try {
            var drawn = new ArrayList<BusinessNumber>();
            for (var thread : threads.invokeAll(java.util.Collections.nCopies(19, command))) {
                drawn.add(thread.get());
            }
            assertThat(drawn).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_prefix_is_two_capital_letters() {
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.next("sr"));
    }
}
