package io.fayan.support;

import io.fayan.platform.calendar.MovableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Tests move time instead of waiting for it. */
@TestConfiguration(proxyBeanMethods = false)
class TestClock {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }
}
