package io.fayan.platform.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** Stands before an appender and lets nobody's words through to it. */
final class DiscreetAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    /** Why the product does not start is said whole: it is about its settings, and nobody has said anything yet. */
    private static final String START = "org.springframework.boot.SpringApplication";

    /** A servlet's own logger below its context's, for example {@code …[localhost].[/].[dispatcherServlet]}. */
    private static final String SERVLETS = "org.apache.catalina.core.ContainerBase.[Tomcat].[localhost].[/].[";

    private final Appender<ILoggingEvent> appender;

    DiscreetAppender(Appender<ILoggingEvent> appender) {
        this.appender = appender;
        setName(appender.getName());
        setContext(appender.getContext());
        start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getThrowableProxy() == null || event.getLoggerName().equals(START)) {
            appender.doAppend(event);
        } else if (!event.getLoggerName().startsWith(SERVLETS)) {
            // What a servlet throws was said with its reference before Tomcat says it again, messages and all.
            appender.doAppend(new DiscreetEvent(event));
        }
    }

    @Override
    public void stop() {
        super.stop();
        appender.stop();
    }
}
