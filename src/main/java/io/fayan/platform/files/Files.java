package io.fayan.platform.files;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Files that people attached. An upload belongs to its uploader until a submission attaches it to a matter. */
public interface Files {

    Receipt receive(PersonId uploader, String name, byte[] content);

    /**
     * Attaches uploads to a matter, in the command's transaction. Files already attached to that matter pass.
     *
     * @return false when one of them is unknown, somebody else's, or attached to another matter; then nothing is attached
     */
    boolean attach(PersonId uploader, BusinessNumber matter, Collection<UUID> files);

    List<StoredFile> of(Collection<UUID> files);

    sealed interface Receipt {}

    record Received(StoredFile file) implements Receipt {}

    /** @param message key of the reason, for example {@code files.refused.type} */
    record Refused(String message) implements Receipt {}

    /** @param size in bytes */
    record StoredFile(
            UUID id, String name, String type, long size, Sha256 sha256, PersonId uploader, Instant receivedAt) {}
}
