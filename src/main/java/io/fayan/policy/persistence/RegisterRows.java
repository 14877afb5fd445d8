package io.fayan.policy.persistence;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.Sha256;
import io.fayan.policy.domain.Language;
import io.fayan.policy.domain.VersionText;
import io.fayan.policy.domain.VersionText.ClauseText;
import io.fayan.policy.domain.VersionText.Wording;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts of all versions as rows. Callers bring the transaction. */
@Repository
public class RegisterRows {

    private final EntityManager entities;
    private final JdbcClient rows;

    RegisterRows(EntityManager entities, JdbcClient rows) {
        this.entities = entities;
        this.rows = rows;
    }

    /** What is stored under a tag, to be compared with what is shipped. */
    public Optional<Stored> stored(String tag) {
        return Optional.ofNullable(entities.find(VersionRow.class, tag))
                .map(row -> new Stored(row.number(), row.inForceFrom(), new Sha256(row.textHash())));
    }

    public void insert(VersionText version, BusinessNumber number) {
        entities.persist(new VersionRow(version, number));
        var place = 0;
        for (var clause : version.clauses()) {
            rows.sql("insert into policy_clause (version_tag, clause, place, heading) values (?, ?, ?, ?)")
                    .params(version.tag(), clause.id(), place++, clause.heading())
                    .update();
            clause.wordings().forEach((language, wording) -> rows.sql("insert into policy_clause_wording"
                            + " (version_tag, clause, language, title, wording) values (?, ?, ?, ?, ?)")
                    .params(version.tag(), clause.id(), language.tag(), wording.title(), wording.text())
                    .update());
        }
    }

    /** The version keeps its number, so what is attached to it stays. */
    public void replace(VersionText version, BusinessNumber number) {
        rows.sql("delete from policy_clause_wording where version_tag = ?")
                .param(version.tag())
                .update();
        rows.sql("delete from policy_clause where version_tag = ?")
                .param(version.tag())
                .update();
        entities.remove(entities.getReference(VersionRow.class, version.tag()));
        entities.flush();
        insert(version, number);
    }

    /** Every version, oldest first. */
    public List<Entered> all() {
        var wordings = new LinkedHashMap<String, Map<String, Map<Language, Wording>>>();
        rows.sql("select version_tag, clause, language, title, wording from policy_clause_wording")
                .query((row, number) -> wordings.computeIfAbsent(row.getString(1), tag -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getString(2), clause -> new EnumMap<>(Language.class))
                        .put(Language.ofTag(row.getString(3)), new Wording(row.getString(4), row.getString(5))))
                .list();
        var clauses = new LinkedHashMap<String, List<ClauseText>>();
        rows.sql("select version_tag, clause, heading from policy_clause order by version_tag, place")
                .query((row, number) -> clauses.computeIfAbsent(row.getString(1), tag -> new ArrayList<>())
                        .add(new ClauseText(
                                row.getString(2),
                                row.getBoolean(3),
                                wordings.get(row.getString(1)).get(row.getString(2)))))
                .list();
        return entities
                .createQuery("select v from VersionRow v order by v.inForceFrom, v.tag", VersionRow.class)
                .getResultList()
                .stream()
                .map(row -> new Entered(
                        row.number(),
                        new VersionText(row.tag(), row.inForceFrom(), row.titles(), clauses.get(row.tag()))))
                .toList();
    }

    /** What a start compares. */
    public record Stored(BusinessNumber number, Instant inForceFrom, Sha256 textHash) {
        public boolean holds(VersionText version) {
            return inForceFrom.equals(version.inForceFrom()) && textHash.equals(version.hash());
        }
    }

    /** A version in the register. */
    public record Entered(BusinessNumber number, VersionText text) {}
}
