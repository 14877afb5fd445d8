package io.fayan.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.kernel.WorkCalendar.Shift;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarPropertiesTest {

    @Test
    void hours_are_shifts_in_order() {
        assertThat(hours("09:00-12:00", "13:30 - 18:00"))
                .containsExactly(
                        new Shift(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        new Shift(LocalTime.of(13, 30), LocalTime.of(18, 0)));
    }

    @Test
    void hours_that_make_no_working_day_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(CalendarPropertiesTest::hours);
        assertThatIllegalArgumentException().isThrownBy(() -> hours("09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> hours("18:00-09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> hours("13:30-18:00", "09:00-12:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> hours("09:00-13:30", "13:00-18:00"));
    }

    private static List<Shift> hours(String... hours) {
        return new CalendarProperties(ZoneId.of("Asia/Shanghai"), List.of(hours)).shifts();
    }
}
