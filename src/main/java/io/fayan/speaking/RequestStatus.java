package io.fayan.speaking;

/** Where a request stands. From PUBLISHED on they are its ends. */
public enum RequestStatus {
    IN_REVIEW,
    RETURNED,
    GRANTED,
    DIFFERENT,
    PUBLISHED,
    DIFFERENCE_CLOSED,
    KEPT_FOR_REPORT,
    REJECTED,
    WITHDRAWN,
    EXPIRED,
    LAPSED,
    REVOKED;

    public boolean ended() {
        return ordinal() >= PUBLISHED.ordinal();
    }
}
