package io.fayan.policy;

import io.fayan.kernel.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy and its period.
 *
 * @param tag also the version tag of its decision tables
 * @param title in the language asked for
 * @param inForceUntil the moment at which the next version takes over; null while none is known
 * @param textHash of every clause in every language
 */
public record PolicyVersion(
        String tag, String title, Instant inForceFrom, @Nullable Instant inForceUntil, Sha256 textHash) {

    public boolean inForceAt(Instant at) {
        return !at.isBefore(inForceFrom) && (inForceUntil == null || at.isBefore(inForceUntil));
    }
}
