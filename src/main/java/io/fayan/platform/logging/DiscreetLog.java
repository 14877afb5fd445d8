package io.fayan.platform.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.ArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Puts a {@link DiscreetAppender} before every appender, whoever configured it and whatever its format: exceptions of
 * libraries quote values, and each library has its own way of logging them. As soon as Spring Boot has set the log up.
 */
class DiscreetLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(DiscreetLog::quieten);
        }
        // A thread that dies of an exception would print it past the log.
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LoggerFactory.getLogger(DiscreetLog.class).error("A thread ended", failure));
    }

    private static void quieten(Logger logger) {
        var appenders = new ArrayList<Appender<ILoggingEvent>>();
        logger.iteratorForAppenders().forEachRemaining(appenders::add);
        for (var appender : appenders) {
            if (!(appender instanceof DiscreetAppender)) {
                logger.detachAppender(appender);
                logger.addAppender(new DiscreetAppender(appender));
            }
        }
    }
}
