package io.fayan.platform.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** A clock that can be set; the engine's clock moves with it. For the demo's history and for tests. */
public final class MovableClock extends Clock {

    private volatile @Nullable Instant fixed;

    public void moveTo(Instant instant) {
        fixed = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void advance(Duration duration) {
        moveTo(instant().plus(duration));
    }

    /** Back to real time. */
    public void release() {
        fixed = null;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        var set = fixed;
        return set == null ? Instant.ofEpochMilli(System.currentTimeMillis()) : set;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("Times are instants; zones belong to the calendar");
    }
}
