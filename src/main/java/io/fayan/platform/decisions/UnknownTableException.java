package io.fayan.platform.decisions;

/** No decision table of that name carries that policy version. */
public final class UnknownTableException extends RuntimeException {

    public UnknownTableException(String table, String policyVersion) {
        super("No decision table " + table + " of policy version " + policyVersion);
    }
}
