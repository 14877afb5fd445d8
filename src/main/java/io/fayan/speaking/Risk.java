package io.fayan.speaking;

/** How much could go wrong, from the table speaking-risk; the highest of all content classes counts. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH
}
