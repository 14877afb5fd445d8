package io.fayan.platform.web;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, for {@code fragments/pieces :: timeline}.
 *
 * @param tone {@code done}, {@code waiting}, {@code stopped} or {@code neutral}
 * @param what in words, in the language of the request, for example "Legal agreed"
 * @param who null when no person did it
 * @param reason as that person wrote it
 * @param text the version of the text it was about
 */
public record TimelineEntry(
        String tone, String what, Instant at, @Nullable PersonId who, @Nullable String reason, @Nullable Sha256 text) {

    public TimelineEntry(String tone, String what, Instant at, @Nullable PersonId who) {
        this(tone, what, at, who, null, null);
    }
}
