package io.fayan.speaking.application;

import io.fayan.kernel.BusinessNumber;

/** Requests are quoted as {@code SR-2026-000001}. */
public final class SpeakingNumbers {

    public static final String PREFIX = "SR";

    private SpeakingNumbers() {}

    /** Where the portal shows a request. */
    public static String path(BusinessNumber number) {
        return "/requests/" + number;
    }
}
