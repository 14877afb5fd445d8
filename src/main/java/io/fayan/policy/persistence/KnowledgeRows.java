package io.fayan.policy.persistence;

import io.fayan.kernel.PersonId;
import io.fayan.policy.Knowledge;
import io.fayan.policy.domain.KnownVersion;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who knows what. Rows are added and read, never changed. Callers bring the transaction for adding. */
@Repository
public class KnowledgeRows {

    private final EntityManager entities;
    private final JdbcClient rows;

    KnowledgeRows(EntityManager entities, JdbcClient rows) {
        this.entities = entities;
        this.rows = rows;
    }

    public void add(KnownVersion knowledge) {
        entities.persist(knowledge);
    }

    /** Earliest first. */
    public List<Knowledge> of(Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return List.of();
        }
        return entities
                .createQuery(
                        "select k from KnownVersion k where k.person in ?1 order by k.madeKnownOn, k.recordedAt",
                        KnownVersion.class)
                .setParameter(1, persons.stream().map(PersonId::value).toList())
                .getResultList()
                .stream()
                .map(KnownVersion::view)
                .toList();
    }

    /** Everybody to whom this very text was made known, in whatever way. */
    public Set<PersonId> knowing(String version, String textHash) {
        return new HashSet<>(
                rows.sql("select distinct person_id from policy_knowledge where version_tag = ? and text_hash = ?")
                        .params(version, textHash)
                        .query((row, number) -> new PersonId(row.getString(1)))
                        .list());
    }
}
