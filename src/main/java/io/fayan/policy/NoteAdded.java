package io.fayan.policy;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The company said how it reads a clause. Clause 8.2. */
public record NoteAdded(UUID note, String version, String clause, Sha256 textHash, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "configuration:policy";
    }

    @Override
    public String name() {
        return "policy.noteAdded";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("note", note.toString(), "version", version, "clause", clause, "textHash", textHash.value());
    }
}
