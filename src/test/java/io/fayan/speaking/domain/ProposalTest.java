package io.fayan.speaking.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fayan.speaking.domain.Proposal.Window;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProposalTest {

    @Test
    void window_cannot_hold_an_end_before_its_start() {
        var now = Instant.parse("2026-11-23T02:00:00Z");
        assertThatThrownBy(() -> new Window(now, now)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Window(now, now.minusSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
