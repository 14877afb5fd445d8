package io.fayan.policy;

import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a version was discussed with the staff or published: without both, nobody is dismissed for breaking it.
 *
 * @param files in {@link io.fayan.platform.files.Files}, attached to the version's number
 */
public record Proof(
        UUID id,
        Kind kind,
        LocalDate on,
        @Nullable String remark,
        List<UUID> files,
        PersonId recordedBy,
        Instant recordedAt) {

    public enum Kind {
        CONSULTATION,
        PUBLICATION
    }

    public Proof {
        files = List.copyOf(files);
    }
}
