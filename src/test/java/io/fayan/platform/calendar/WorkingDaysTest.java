package io.fayan.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fayan.kernel.Allowance;
import io.fayan.kernel.MissingCalendarYearException;
import io.fayan.support.WiringTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WiringTest
class WorkingDaysTest {

    /** A year that no other test and no announcement enters. */
    private static final int YEAR = 2091;

    @Autowired
    RecordedWorkingDays workingDays;

    @Autowired
    ChineseHolidays announced;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void tidy() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            workingDays.enter(YEAR, Map.of(), "a test that forgets the year");
            jdbc.sql("delete from calendar_year where year_of = " + YEAR).update();
        });
    }

    @Test
    void the_announced_years_are_entered_at_the_first_start_with_their_source() {
        assertThat(workingDays.years()).contains(2024, 2025, 2026);
        assertThat(workingDays.year(2026).orElseThrow().source())
                .contains("国务院办公厅")
                .contains("tyme4j");
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 2, 14)))
                .as("a make-up Saturday")
                .isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 2, 23)))
                .as("Monday of the Spring Festival")
                .isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2025, 1, 26)))
                .as("a make-up Sunday")
                .isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 3, 7)))
                .as("a Saturday")
                .isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 3, 9)))
                .as("a Monday")
                .isTrue();
    }

    @Test
    void a_restart_leaves_alone_what_somebody_entered() {
        var source = workingDays.year(2026).orElseThrow().source();
        var corrected =
                new java.util.HashMap<>(workingDays.year(2026).orElseThrow().exceptions());
        corrected.put(LocalDate.of(2026, 12, 31), false);
        try {
            workingDays.enter(2026, corrected, "the company closes on the last day");
            announced.afterSingletonsInstantiated();
            assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 12, 31))).isFalse();
        } finally {
            workingDays.enter(2026, ChineseHolidays.announced(2026).orElseThrow(), source);
        }
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 12, 31))).isTrue();
    }

    @Test
    void a_year_counts_from_its_commit_on() {
        assertThatThrownBy(() -> workingDays.isWorkingDay(LocalDate.of(YEAR, 1, 1)))
                .isInstanceOf(MissingCalendarYearException.class);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            workingDays.enter(YEAR, Map.of(LocalDate.of(YEAR, 1, 1), false), "a notice withdrawn");
            status.setRollbackOnly();
        });
        assertThat(workingDays.years()).doesNotContain(YEAR);

        workingDays.enter(YEAR, Map.of(LocalDate.of(YEAR, 1, 1), false), "a notice");
        assertThat(workingDays.isWorkingDay(LocalDate.of(YEAR, 1, 1))).isFalse();

        workingDays.enter(YEAR, Map.of(LocalDate.of(YEAR, 1, 6), true), "a corrected notice");
        assertThat(workingDays.isWorkingDay(LocalDate.of(YEAR, 1, 1)))
                .as("a Monday")
                .isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(YEAR, 1, 6)))
                .as("a make-up Saturday")
                .isTrue();
        assertThat(workingDays.year(YEAR).orElseThrow().source()).isEqualTo("a corrected notice");
    }

    @Test
    void days_that_follow_the_week_anyway_are_no_exceptions() {
        workingDays.enter(
                YEAR, Map.of(LocalDate.of(YEAR, 1, 6), false, LocalDate.of(YEAR, 1, 1), true), "no exception at all");
        assertThat(workingDays.year(YEAR).orElseThrow().exceptions()).isEmpty();
    }

    @Test
    void a_day_of_another_year_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workingDays.enter(YEAR, Map.of(LocalDate.of(YEAR + 1, 1, 1), false), "mistyped"));
        assertThat(workingDays.years()).doesNotContain(YEAR);
    }

    @Test
    void deadlines_use_the_configured_zone_and_hours() {
        assertThat(workingDays
                        .time()
                        .after(Instant.parse("2026-03-06T09:00:00Z"), new Allowance(2, Allowance.Unit.WORKING_HOURS)))
                .isEqualTo("2026-03-09T02:00:00Z");
    }
}
