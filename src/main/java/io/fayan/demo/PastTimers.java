package io.fayan.demo;

import java.time.Instant;

/** Lets the timers that fell due while the demo's history runs do their work, each at its own time. */
public interface PastTimers {

    void runUntil(Instant now);
}
