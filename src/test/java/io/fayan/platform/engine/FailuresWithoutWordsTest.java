package io.fayan.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

class FailuresWithoutWordsTest {

    private static final class UnknownGrantException extends RuntimeException {
        UnknownGrantException() {
            super("no grant of SR-2026-000001");
        }
    }

    @Test
    void a_failure_keeps_its_classes_and_places_and_loses_what_it_quotes() {
        var cause = new IllegalStateException("CANARY", new SQLException("too long: 'CANARY'", "22001", 1406));
        var failure = new ProcessEngineException("CANARY did not fit", cause);
        failure.addSuppressed(new IllegalArgumentException("CANARY"));
        var kept = FailuresWithoutWords.withoutWords(failure);
        assertThat(kept.getMessage())
                .isEqualTo("ProcessEngineException < IllegalStateException < SQLException: state 22001, code 1406");
        assertThat(trace(kept))
                .doesNotContain("CANARY")
                .startsWith("org.camunda.bpm.engine.ProcessEngineException")
                .contains("Caused by: java.lang.IllegalStateException")
                .contains("Caused by: java.sql.SQLException: state 22001, code 1406")
                .contains("at io.fayan.platform.engine.FailuresWithoutWordsTest.a_failure_keeps");
    }

    @Test
    void our_own_exceptions_hold_ids_and_may_say_them() {
        assertThat(FailuresWithoutWords.withoutWords(new UnknownGrantException()))
                .hasMessage("UnknownGrantException: no grant of SR-2026-000001");
    }

    @Test
    void a_lost_lock_stays_one_for_it_costs_no_attempt() {
        var lost = new OptimisticLockingException("row 1");
        assertThat(FailuresWithoutWords.withoutWords(lost)).isSameAs(lost);
        assertThat(FailuresWithoutWords.withoutWords(null)).isNull();
    }

    private static String trace(Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
