package io.fayan.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fayan.kernel.PersonId;
import io.fayan.platform.csv.CsvProblem;
import io.fayan.support.WiringTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WiringTest
class CalendarImportTest {

    /** 1 January 2092 is a Tuesday, 5 January a Saturday. */
    private static final int YEAR = 2092;

    private static final PersonId OPERATOR = new PersonId("ZC-operator");

    @Autowired
    CalendarImport imports;

    @Autowired
    RecordedWorkingDays workingDays;

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
    void a_table_is_entered_and_can_be_written_out_and_read_again() {
        var report = read("day,working\n2092-01-01,no\n2092/1/5,班\n2092-01-06,休\n", false);
        assertThat(report.problems()).isEmpty();
        assertThat(report.written()).isTrue();
        assertThat(report.daysOff()).isEqualTo(1);
        assertThat(report.makeUpDays()).isEqualTo(1);
        assertThat(workingDays.isWorkingDay(LocalDate.of(YEAR, 1, 1))).isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(YEAR, 1, 5))).isTrue();

        var written =
                CalendarImport.written(workingDays.year(YEAR).orElseThrow().exceptions());
        assertThat(written).isEqualTo("day,working\r\n2092-01-01,no\r\n2092-01-05,yes\r\n");
        assertThat(read(written, true).exceptions()).isEqualTo(report.exceptions());
    }

    @Test
    void a_dry_run_says_what_it_would_do_and_writes_nothing() {
        var report = read("day,working\n2092-01-01,no\n", true);
        assertThat(report.problems()).isEmpty();
        assertThat(report.written()).isFalse();
        assertThat(report.exceptions()).isEqualTo(new TreeMap<>(Map.of(LocalDate.of(YEAR, 1, 1), false)));
        assertThat(workingDays.years()).doesNotContain(YEAR);
    }

    @Test
    void every_mistake_is_named_by_line_and_column_and_nothing_is_written() {
        var report = read(
                "day,working\n2092-13-01,no\n2093-01-01,no\n2092-01-01,perhaps\n,no\n2092-01-02,no\n2092-01-02,yes\n",
                false);
        assertThat(report.written()).isFalse();
        assertThat(report.problems())
                .extracting(CsvProblem::line, CsvProblem::column, problem -> problem.reason()
                        .message())
                .containsExactly(
                        tuple(2, "day", "calendar.csv.day"),
                        tuple(3, "day", "calendar.csv.otherYear"),
                        tuple(4, "working", "calendar.csv.working"),
                        tuple(5, "day", "csv.required"),
                        tuple(7, "day", "calendar.csv.repeated"));
        assertThat(workingDays.years()).doesNotContain(YEAR);
    }

    @Test
    void a_year_without_holidays_or_without_a_source_is_not_meant() {
        assertThat(read("day,working\n", false).problems())
                .extracting(problem -> problem.reason().message())
                .containsExactly("calendar.csv.noDays");
        assertThat(imports.read(
                                YEAR,
                                "day,working\n2092-01-01,no\n".getBytes(StandardCharsets.UTF_8),
                                " ",
                                false,
                                OPERATOR)
                        .problems())
                .extracting(problem -> problem.reason().message())
                .containsExactly("calendar.csv.noSource");
    }

    @Test
    void a_table_with_other_columns_is_refused() {
        assertThat(read("date,off\n2092-01-01,1\n", false).written()).isFalse();
    }

    private CalendarImport.Report read(String csv, boolean dryRun) {
        return imports.read(YEAR, csv.getBytes(StandardCharsets.UTF_8), "a notice", dryRun, OPERATOR);
    }
}
