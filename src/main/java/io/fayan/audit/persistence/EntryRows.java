package io.fayan.audit.persistence;

import io.fayan.audit.domain.AuditEntry;
import io.fayan.audit.domain.EntryFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries as people look for them: newest first, page by page from where the last one ended. */
@Repository
public class EntryRows {

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after where the page before ended; null for the first */
    public List<AuditEntry> find(EntryFilter filter, EntryFilter.@Nullable Place after, int max) {
        var sql = new StringBuilder(
                "select chain, seq, at_millis, actor, name, facts, previous_hash, hash from audit_entry where 1 = 1");
        var values = new ArrayList<Object>();
        if (filter.chain() != null) {
            sql.append(" and chain = ?");
            values.add(filter.chain());
        }
        if (filter.name() != null) {
            sql.append(" and name >= ? and name < ?");
            values.add(filter.name());
            // The names are ASCII, so this is behind everything that begins so.
            values.add(filter.name() + "\uffff");
        }
        if (filter.actor() != null) {
            sql.append(" and actor = ?");
            values.add(filter.actor());
        }
        if (filter.from() != null) {
            sql.append(" and at_millis >= ?");
            values.add(filter.from().toEpochMilli());
        }
        if (filter.until() != null) {
            sql.append(" and at_millis < ?");
            values.add(filter.until().toEpochMilli());
        }
        if (after != null) {
            sql.append(" and at_millis <= ? and (at_millis < ? or chain < ? or (chain = ? and seq < ?))");
            values.addAll(List.of(after.atMillis(), after.atMillis(), after.chain(), after.chain(), after.seq()));
        }
        sql.append(" order by at_millis desc, chain desc, seq desc limit ?");
        values.add(max);
        return jdbc.sql(sql.toString()).params(values).query(AuditRows::entry).list();
    }
}
