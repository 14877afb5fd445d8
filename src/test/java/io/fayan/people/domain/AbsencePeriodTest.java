package io.fayan.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AbsencePeriodTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final PersonId WHO = new PersonId("F1");
    private static final PersonId DEPUTY = new PersonId("F2");

    private final AbsencePeriod week = new AbsencePeriod(WHO, MONDAY, MONDAY.plusDays(4), DEPUTY, WHO, NOW);

    @Test
    void first_and_last_day_are_days_away() {
        assertThat(week.overlaps(MONDAY.minusDays(3), MONDAY)).isTrue();
        assertThat(week.overlaps(MONDAY.plusDays(4), MONDAY.plusDays(9))).isTrue();
        assertThat(week.overlaps(MONDAY.minusDays(3), MONDAY.minusDays(1))).isFalse();
        assertThat(week.overlaps(MONDAY.plusDays(5), MONDAY.plusDays(9))).isFalse();
        assertThat(week.begunBy(MONDAY)).isTrue();
        assertThat(week.begunBy(MONDAY.minusDays(1))).isFalse();
        assertThat(week.openOn(MONDAY.plusDays(4))).isTrue();
        assertThat(week.openOn(MONDAY.plusDays(5))).isFalse();
    }

    @Test
    void one_to_come_is_taken_back_altogether() {
        week.cancel(MONDAY, NOW);

        assertThat(week.openOn(MONDAY)).isFalse();
        assertThat(week.overlaps(MONDAY, MONDAY)).isFalse();
    }

    @Test
    void one_that_runs_ends_yesterday_and_stays_on_record() {
        week.cancel(MONDAY.plusDays(2), NOW);

        assertThat(week.openOn(MONDAY.plusDays(2))).isFalse();
        assertThat(week.view().until()).isEqualTo(MONDAY.plusDays(1));
        assertThat(week.overlaps(MONDAY, MONDAY)).isTrue();
    }

    @Test
    void nonsense_cannot_be_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AbsencePeriod(WHO, MONDAY, MONDAY.minusDays(1), DEPUTY, WHO, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new AbsencePeriod(WHO, MONDAY, MONDAY, WHO, WHO, NOW));
    }
}
