package io.fayan.platform.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as the log may show it: classes, places, causes. Messages quote values ("Duplicate entry 'x'"), so only those
 * of our own exception types stay, which hold ids; of SQL errors the state and the database's code.
 */
final class DiscreetFailure implements IThrowableProxy {

    private static final String OURS = "io.fayan.";
    private static final String SAID = "…";

    private final IThrowableProxy whole;

    private DiscreetFailure(IThrowableProxy whole) {
        this.whole = whole;
    }

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy whole) {
        return whole == null ? null : new DiscreetFailure(whole);
    }

    /** The messages that this leaves out, longest first: whoever logs an exception often repeats them in the line itself. */
    static List<String> leftOut(IThrowableProxy whole) {
        var messages = new ArrayList<String>();
        collect(whole, messages);
        messages.sort((one, other) -> Integer.compare(other.length(), one.length()));
        return messages;
    }

    private static void collect(IThrowableProxy whole, List<String> messages) {
        var message = whole.getMessage();
        if (message != null && !message.isBlank() && !ours(whole)) {
            messages.add(message);
        }
        if (whole.getCause() != null) {
            collect(whole.getCause(), messages);
        }
        for (var suppressed : whole.getSuppressed()) {
            collect(suppressed, messages);
        }
    }

    static String without(List<String> messages, String line) {
        for (var message : messages) {
            line = line.replace(message, SAID);
        }
        return line;
    }

    private static boolean ours(IThrowableProxy whole) {
        return whole.getClassName().startsWith(OURS);
    }

    @Override
    public @Nullable String getMessage() {
        if (ours(whole)) {
            return whole.getMessage();
        }
        return whole instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof SQLException sql
                ? "state %s, code %d".formatted(sql.getSQLState(), sql.getErrorCode())
                : SAID;
    }

    @Override
    public String getClassName() {
        return whole.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return whole.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return whole.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return of(whole.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Arrays.stream(whole.getSuppressed()).map(DiscreetFailure::new).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return whole.isCyclic();
    }
}
