package io.fayan.policy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.kernel.Allowance;
import io.fayan.platform.decisions.Decision;
import io.fayan.platform.decisions.Decisions;
import io.fayan.platform.decisions.ShippedDecisions;
import io.fayan.platform.decisions.UnknownTableException;
import io.fayan.support.WeekdaysInShanghai;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The deadline table of version 2026 holds the company's figures. */
class TableDeadlinesTest {

    private final TableDeadlines deadlines = new TableDeadlines(new ShippedDecisions(), new WeekdaysInShanghai());

    @ParameterizedTest
    @CsvSource({
        "review.LINE_MANAGER, 1, WORKING_DAYS",
        "review.COMMUNICATIONS, 1, WORKING_DAYS",
        "review.LEGAL, 2, WORKING_DAYS",
        "review.INFORMATION_SECURITY, 2, WORKING_DAYS",
        "review.PRODUCT, 2, WORKING_DAYS",
        "review.FINANCE, 2, WORKING_DAYS",
        "review.STRATEGY, 2, WORKING_DAYS",
        "speaking.correction, 5, WORKING_DAYS",
        "speaking.question, 1, WORKING_DAYS",
        "speaking.longestGrant, 90, DAYS",
        "speaking.publicationReport, 1, WORKING_DAYS",
        "speaking.difference, 1, WORKING_DAYS",
        "investigation.acknowledgement, 7, DAYS",
        "investigation.feedback, 3, MONTHS",
        "investigation.triage, 3, WORKING_DAYS",
        "investigation.ownerConfirmation, 1, WORKING_DAYS",
        "investigation.findings, 30, WORKING_DAYS",
        "discipline.statement, 5, WORKING_DAYS",
        "discipline.hearingNotice, 5, WORKING_DAYS",
        "discipline.unionAnswer, 5, WORKING_DAYS",
        "discipline.appealWindow, 10, WORKING_DAYS",
        "discipline.appealDecision, 15, WORKING_DAYS",
        "discipline.freezeShortest, 7, DAYS",
        "discipline.freezeLongest, 90, DAYS",
        "training.completion, 20, WORKING_DAYS",
        "training.completionJoiner, 10, WORKING_DAYS",
        "policy.attestation, 10, WORKING_DAYS",
        "policy.attestationJoiner, 5, WORKING_DAYS",
        "accounts.attestationHighRisk, 90, DAYS",
        "accounts.attestationNormalRisk, 180, DAYS"
    })
    void each_step_has_its_time(String step, int amount, Allowance.Unit unit) {
        assertThat(deadlines.allowance("2026", step, false)).isEqualTo(new Allowance(amount, unit));
        assertThat(deadlines.allowance("2026", step, true))
                .isEqualTo(
                        step.startsWith("review.")
                                ? new Allowance(2, Allowance.Unit.WORKING_HOURS)
                                : new Allowance(amount, unit));
    }

    @Test
    void a_review_by_legal_that_comes_on_thursday_is_due_when_monday_s_work_ends_at_the_latest() {
        var thursday = Instant.parse("2026-11-19T02:00:00Z");

        assertThat(deadlines.due("2026", "review.LEGAL", false, thursday)).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void an_urgent_review_that_comes_at_half_past_five_on_friday_is_due_at_half_past_ten_on_monday() {
        var friday = Instant.parse("2026-11-20T09:30:00Z");

        assertThat(deadlines.due("2026", "review.LEGAL", true, friday)).isEqualTo("2026-11-23T02:30:00Z");
    }

    @Test
    void an_unknown_step_or_version_has_no_time() {
        assertThatIllegalArgumentException().isThrownBy(() -> deadlines.allowance("2026", "review.NOBODY", false));
        assertThatExceptionOfType(UnknownTableException.class)
                .isThrownBy(() -> deadlines.allowance("1998", "review.LEGAL", false));
    }

    @Test
    void the_table_is_asked_once_for_each_step() {
        var asked = new AtomicInteger();
        Decisions counting = (table, version, facts) -> {
            asked.incrementAndGet();
            return new Decision(
                    table,
                    version,
                    List.of(new Decision.Row("r", "3.1.d", Map.of("amount", 1, "unit", "WORKING_DAYS"))));
        };
        var cached = new TableDeadlines(counting, new WeekdaysInShanghai());

        cached.allowance("2026", "review.LEGAL", false);
        cached.allowance("2026", "review.LEGAL", false);
        cached.allowance("2026", "review.LEGAL", true);

        assertThat(asked).hasValue(2);
    }
}
