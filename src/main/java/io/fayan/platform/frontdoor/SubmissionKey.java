package io.fayan.platform.frontdoor;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key that makes a submission happen once: made by the client, 16 to 64 letters, digits and hyphens. */
final class SubmissionKey {

    /** The hidden field that carries it from Tasklist; taken off before the fields are bound. */
    static final String FIELD = "submissionKey";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{16,64}");

    private SubmissionKey() {}

    static boolean valid(@Nullable String key) {
        return key != null && SHAPE.matcher(key).matches();
    }
}
