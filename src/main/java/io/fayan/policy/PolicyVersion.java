package io.fayan.policy;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy, its period and what proves that it came about properly.
 *
 * @param tag also the version tag of its decision tables
 * @param number files that prove something are attached to it
 * @param title in the language asked for
 * @param inForceUntil the moment at which the next version takes over; null while none is known
 * @param textHash of every clause in every language
 * @param proofs earliest first
 */
public record PolicyVersion(
        String tag,
        BusinessNumber number,
        String title,
        Instant inForceFrom,
        @Nullable Instant inForceUntil,
        Sha256 textHash,
        List<Proof> proofs) {

    public PolicyVersion {
        proofs = List.copyOf(proofs);
    }

    public boolean inForceAt(Instant at) {
        return !at.isBefore(inForceFrom) && (inForceUntil == null || at.isBefore(inForceUntil));
    }

    /** The first day on which that happened; empty while nobody has recorded it. */
    public Optional<LocalDate> first(Proof.Kind kind) {
        return proofs.stream()
                .filter(proof -> proof.kind() == kind)
                .map(Proof::on)
                .min(Comparator.naturalOrder());
    }
}
