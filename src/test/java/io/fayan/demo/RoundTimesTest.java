package io.fayan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The demo's windows look as if people had written them, at whatever time of day it is first started. */
class RoundTimesTest {

    private static final LocalDateTime LONG_AGO = LocalDateTime.parse("2026-11-01T10:00");

    @Test
    void a_window_begins_at_nine() {
        assertThat(RoundTimes.beginning(LocalDateTime.parse("2026-11-24T16:44"), LONG_AGO))
                .isEqualTo("2026-11-24T09:00");
    }

    @Test
    void before_nine_it_begins_at_the_full_hour_so_that_nothing_said_in_it_comes_too_early() {
        assertThat(RoundTimes.beginning(LocalDateTime.parse("2026-11-24T04:44"), LONG_AGO))
                .isEqualTo("2026-11-24T04:00");
    }

    @Test
    void it_never_begins_before_the_request_is_filed() {
        var about = LocalDateTime.parse("2026-11-24T16:44");
        assertThat(RoundTimes.beginning(about, LocalDateTime.parse("2026-11-24T14:20")))
                .isEqualTo(about);
    }

    @Test
    void a_window_ends_at_six_or_at_midnight() {
        assertThat(RoundTimes.end(LocalDateTime.parse("2026-11-24T16:44"))).isEqualTo("2026-11-24T18:00");
        assertThat(RoundTimes.end(LocalDateTime.parse("2026-11-24T18:00"))).isEqualTo("2026-11-25T00:00");
    }
}
