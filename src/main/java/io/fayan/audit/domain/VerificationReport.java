package io.fayan.audit.domain;

import java.util.Optional;

/**
 * What a verification saw until it ended or met the first broken link.
 *
 * @param onFile seals on the seal file; 0 when there is none here, and a cut tail would not be found
 * @param unsealed chains with entries that no seal covers yet; a seal follows within a minute
 */
public record VerificationReport(
        long chains, long entries, long seals, long onFile, long unsealed, Optional<BrokenLink> broken) {

    public boolean whole() {
        return broken.isEmpty();
    }
}
