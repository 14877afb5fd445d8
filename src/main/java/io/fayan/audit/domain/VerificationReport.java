package io.fayan.audit.domain;

import java.util.Optional;

/**
 * What a verification saw until it ended or met the first broken link.
 *
 * @param unsealed chains with entries that no seal covers yet; a seal follows within a minute
 */
public record VerificationReport(long chains, long entries, long seals, long unsealed, Optional<BrokenLink> broken) {

    public boolean whole() {
        return broken.isEmpty();
    }
}
