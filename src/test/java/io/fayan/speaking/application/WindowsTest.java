package io.fayan.speaking.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.platform.frontdoor.Refusal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** It is 10:00 on Monday 23 November 2026 in Shanghai; a grant lasts 90 days at most. */
class WindowsTest {

    private final Office office = new Office();

    @Test
    void window_that_begins_now_and_ends_after_it_began_is_in_order() {
        assertThat(check("2026-11-23T10:00", "2026-11-23T10:01")).isEmpty();
    }

    @Test
    void window_may_have_begun_while_the_form_was_open_but_not_earlier() {
        assertThat(check("2026-11-23T09:00", "2026-11-23T18:00")).isEmpty();
        assertThat(check("2026-11-23T08:59", "2026-11-23T18:00")).containsExactly("windowFrom windowFromPast");
    }

    @Test
    void window_that_is_over_is_refused_at_both_ends() {
        assertThat(check("2026-11-20T09:00", "2026-11-20T18:00"))
                .containsExactly("windowFrom windowFromPast", "windowUntil windowUntilPast");
        assertThat(check("2026-11-23T09:30", "2026-11-23T10:00")).containsExactly("windowUntil windowUntilPast");
    }

    @Test
    void window_that_ends_before_or_when_it_begins_is_refused() {
        assertThat(check("2026-11-25T09:00", "2026-11-24T09:00")).containsExactly("windowUntil windowOrder");
        assertThat(check("2026-11-25T09:00", "2026-11-25T09:00")).containsExactly("windowUntil windowOrder");
    }

    @Test
    void window_is_not_longer_than_the_policy_grants() {
        office.calendar.enter(2027, Map.of(), "The notice");
        assertThat(check("2026-11-24T09:00", "2027-02-22T09:00")).isEmpty();
        assertThat(refusals("2026-11-24T09:00", "2027-02-22T09:01"))
                .containsExactly(Refusal.at("windowUntil", "speaking.refused.windowLong", 90));
    }

    @Test
    void window_whose_report_falls_into_a_year_without_a_calendar_is_refused_with_the_year() {
        assertThat(check("2026-12-20T09:00", "2026-12-30T18:00")).isEmpty();
        assertThat(refusals("2026-12-20T09:00", "2026-12-31T18:00"))
                .containsExactly(Refusal.at("windowUntil", "speaking.refused.windowCalendar", "2027"));
    }

    @Test
    void minute_in_which_a_window_may_begin_counts_to_its_end() {
        office.clock.advance(Duration.ofSeconds(59));
        assertThat(check("2026-11-23T09:00", "2026-11-23T18:00")).isEmpty();
    }

    private List<String> check(String from, String until) {
        return refusals(from, until).stream()
                .map(refusal -> refusal.field() + " " + refusal.message().replace("speaking.refused.", ""))
                .toList();
    }

    private List<Refusal> refusals(String from, String until) {
        return office.windows.check(
                "2026", LocalDateTime.parse(from), LocalDateTime.parse(until), office.clock.instant());
    }
}
