package io.fayan.speaking;

/** What a reviewer decides about one version of a request. */
public enum Verdict {
    APPROVED,
    RETURNED,
    REJECTED
}
