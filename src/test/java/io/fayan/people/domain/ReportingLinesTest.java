package io.fayan.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportingLinesTest {

    @Test
    void lines_that_end_somewhere_are_fine() {
        assertThat(ReportingLines.cycles(Map.of("c", "b", "b", "a", "d", "a"))).isEmpty();
    }

    @Test
    void everybody_in_a_cycle_is_named_and_nobody_who_only_leads_into_it() {
        assertThat(ReportingLines.cycles(Map.of("a", "b", "b", "c", "c", "a", "x", "a", "y", "x")))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void someone_above_themselves_is_a_cycle_of_one() {
        assertThat(ReportingLines.cycles(Map.of("a", "a"))).containsExactly("a");
    }

    @Test
    void two_cycles_are_both_found() {
        assertThat(ReportingLines.cycles(Map.of("a", "b", "b", "a", "c", "d", "d", "c")))
                .containsExactlyInAnyOrder("a", "b", "c", "d");
    }
}
