package io.fayan.policy.persistence;

import io.fayan.policy.domain.InterpretationNote;
import io.fayan.policy.domain.VersionProof;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Notes and proofs. Both are added and read, never changed. Callers bring the transaction for adding. */
@Repository
public class OfficeRows {

    private final EntityManager entities;

    OfficeRows(EntityManager entities) {
        this.entities = entities;
    }

    public boolean hasNote(UUID id) {
        return entities.find(InterpretationNote.class, id) != null;
    }

    public boolean hasProof(UUID id) {
        return entities.find(VersionProof.class, id) != null;
    }

    public void add(InterpretationNote note) {
        entities.persist(note);
    }

    public void add(VersionProof proof) {
        entities.persist(proof);
    }

    /** Oldest first. */
    public List<InterpretationNote> notes(String version) {
        return entities.createQuery(
                        "select n from InterpretationNote n where n.version = ?1 order by n.notedAt, n.id",
                        InterpretationNote.class)
                .setParameter(1, version)
                .getResultList();
    }

    /** Oldest first. */
    public List<InterpretationNote> notes(String version, String clause) {
        return entities.createQuery(
                        "select n from InterpretationNote n where n.version = ?1 and n.clause = ?2"
                                + " order by n.notedAt, n.id",
                        InterpretationNote.class)
                .setParameter(1, version)
                .setParameter(2, clause)
                .getResultList();
    }

    /** Of all versions, earliest first. */
    public List<VersionProof> proofs() {
        return entities.createQuery(
                        "select p from VersionProof p order by p.happenedOn, p.recordedAt", VersionProof.class)
                .getResultList();
    }
}
