package io.fayan.speaking.application;

import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.domain.Review;

/** The colour of a pill: done, active, waiting, stopped or neutral. */
public final class Tones {

    private Tones() {}

    public static String of(RequestStatus status) {
        return switch (status) {
            case IN_REVIEW -> "active";
            case RETURNED, DIFFERENT -> "waiting";
            case GRANTED, PUBLISHED -> "done";
            case KEPT_FOR_REPORT, REJECTED, REVOKED -> "stopped";
            case DIFFERENCE_CLOSED, WITHDRAWN, EXPIRED, LAPSED -> "neutral";
        };
    }

    static String of(Review.Status status) {
        return switch (status) {
            case OPEN -> "active";
            case PAUSED, RETURNED -> "waiting";
            case APPROVED -> "done";
            case REJECTED -> "stopped";
            case DROPPED -> "neutral";
        };
    }
}
