package io.fayan.platform.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** A line about a failure, without what the failure's messages quote. */
final class DiscreetEvent implements ILoggingEvent {

    private final ILoggingEvent whole;
    private final List<String> leftOut;
    private final @Nullable IThrowableProxy failure;

    DiscreetEvent(ILoggingEvent whole) {
        this.whole = whole;
        this.leftOut = DiscreetFailure.leftOut(whole.getThrowableProxy());
        this.failure = DiscreetFailure.of(whole.getThrowableProxy());
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return failure;
    }

    @Override
    public String getFormattedMessage() {
        return DiscreetFailure.without(leftOut, whole.getFormattedMessage());
    }

    @Override
    public String getMessage() {
        return getFormattedMessage();
    }

    /** They are in the message already. */
    @Override
    public Object @Nullable [] getArgumentArray() {
        return null;
    }

    @Override
    public String getThreadName() {
        return whole.getThreadName();
    }

    @Override
    public Level getLevel() {
        return whole.getLevel();
    }

    @Override
    public String getLoggerName() {
        return whole.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return whole.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return whole.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return whole.hasCallerData();
    }

    @Override
    public List<Marker> getMarkerList() {
        return whole.getMarkerList();
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return whole.getMDCPropertyMap();
    }

    @Override
    @Deprecated
    public Map<String, String> getMdc() {
        return whole.getMDCPropertyMap();
    }

    @Override
    public long getTimeStamp() {
        return whole.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return whole.getNanoseconds();
    }

    @Override
    public Instant getInstant() {
        return whole.getInstant();
    }

    @Override
    public long getSequenceNumber() {
        return whole.getSequenceNumber();
    }

    @Override
    public List<KeyValuePair> getKeyValuePairs() {
        return whole.getKeyValuePairs();
    }

    @Override
    public void prepareForDeferredProcessing() {
        whole.prepareForDeferredProcessing();
    }
}
