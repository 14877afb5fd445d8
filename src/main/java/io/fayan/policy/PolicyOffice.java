package io.fayan.policy;

import io.fayan.kernel.PersonId;
import io.fayan.platform.frontdoor.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the policy's owner does with it. Nothing here changes a text: a new text is a new version. */
public interface PolicyOffice {

    /** Adds how the company reads a clause. Clause 8.2. */
    Outcome addNote(NewNote note, PersonId by);

    /** Records that a version was discussed with the staff, or published, and keeps what proves it. Clause 7.2. */
    Outcome recordProof(NewProof proof, PersonId by);

    /** @param id chosen by the caller: the same id again is not added twice */
    record NewNote(
            UUID id,
            String version,
            String clause,
            @Nullable String zhCn,
            @Nullable String zhTw,
            @Nullable String en) {}

    /**
     * @param id chosen by the caller: the same id again is not recorded twice
     * @param on the day it happened; not in the future
     * @param files uploads of {@code by}
     */
    record NewProof(
            UUID id,
            String version,
            Proof.@Nullable Kind kind,
            @Nullable LocalDate on,
            @Nullable String remark,
            List<UUID> files) {
        public NewProof {
            files = List.copyOf(files);
        }
    }
}
