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

    /**
     * Keeps an upload when its content is of a kind that may be attached: PDF, PNG, JPEG, plain text (UTF-8, GB18030),
     * Office documents without macros; at most 10 MB. Removed after 24 hours unless a submission attaches it.
     *
     * @param name as the browser gave it; cleaned before it is kept
     */
    Receipt receive(PersonId uploader, String name, byte[] content);

    /**
     * Attaches uploads to a matter, in the command's transaction. Files already attached to that matter pass.
     *
     * @return false when one of them is unknown, somebody else's, or attached to another matter; then nothing is attached
     */
    boolean attach(PersonId uploader, BusinessNumber matter, Collection<UUID> files);

    /** In the order asked for; unknown ids are left out. Who may see them is the caller's concern. */
    List<StoredFile> of(Collection<UUID> files);

    sealed interface Receipt {}

    record Received(StoredFile file) implements Receipt {}

    /** @param message key of the reason, for example {@code files.refused.type} */
    record Refused(String message) implements Receipt {}

    /** @param size in bytes */
    record StoredFile(
            UUID id, String name, String type, long size, Sha256 sha256, PersonId uploader, Instant receivedAt) {}
}
