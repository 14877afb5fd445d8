package io.fayan.audit.persistence;

import io.fayan.audit.domain.AuditEntry;
import io.fayan.audit.domain.ChainHead;
import io.fayan.audit.domain.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of chains, entries and seals. Entries and seals are inserted, never updated or deleted. */
@Repository
public class AuditRows {

    private static final String ENTRY = "chain, seq, at_millis, actor, name, facts, previous_hash, hash";
    private static final String SEAL = "seq, at_millis, chains, digest, previous_seal, key_id, seal";

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The chain's head, locked until the transaction ends; an empty chain when it is new. Only writers of the same chain
     * wait for each other. Two who open the same chain at once may deadlock: a {@code ConcurrencyFailureException}, after
     * which the command is tried again.
     */
    public ChainHead lockedHead(String chain) {
        return lockedRow(chain).orElseGet(() -> {
            try {
                jdbc.sql("insert into audit_chain (chain, entries, head, sealed) values (?, 0, ?, true)")
                        .params(chain, AuditEntry.GENESIS)
                        .update();
                return new ChainHead(chain, 0, AuditEntry.GENESIS);
            } catch (DuplicateKeyException somebodyOpenedItMeanwhile) {
                return lockedRow(chain).orElseThrow(() -> somebodyOpenedItMeanwhile);
            }
        });
    }

    private Optional<ChainHead> lockedRow(String chain) {
        return jdbc.sql("select chain, entries, head from audit_chain where chain = ? for update")
                .param(chain)
                .query(AuditRows::head)
                .optional();
    }

    /** Adds the entry and moves the head of its chain, which the caller has locked. */
    public void append(AuditEntry entry) {
        jdbc.sql("insert into audit_entry (" + ENTRY + ") values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.chain(),
                        entry.seq(),
                        entry.at().toEpochMilli(),
                        entry.actor(),
                        entry.name(),
                        entry.facts(),
                        entry.previous(),
                        entry.hash())
                .update();
        jdbc.sql("update audit_chain set entries = ?, head = ?, sealed = false where chain = ?")
                .params(entry.seq(), entry.hash(), entry.chain())
                .update();
    }

    /** Chains that changed since they were sealed, sorted. Chains that somebody is writing to wait for the next seal. */
    public List<ChainHead> lockedUnsealed(int max) {
        return jdbc.sql("select chain, entries, head from audit_chain where sealed = false"
                        + " order by chain limit ? for update skip locked")
                .param(max)
                .query(AuditRows::head)
                .list();
    }

    /** Adds the seal and marks the chains, which the caller has locked, as sealed. */
    public void append(Seal seal, List<ChainHead> heads) {
        jdbc.sql("insert into audit_seal (" + SEAL + ") values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seal.seq(),
                        seal.at().toEpochMilli(),
                        seal.chains(),
                        seal.digest(),
                        seal.previous(),
                        seal.keyId(),
                        seal.seal())
                .update();
        for (var head : heads) {
            jdbc.sql("insert into audit_seal_head (seal_seq, chain, entries, head) values (?, ?, ?, ?)")
                    .params(seal.seq(), head.chain(), head.entries(), head.head())
                    .update();
            jdbc.sql("update audit_chain set sealed = true where chain = ?")
                    .param(head.chain())
                    .update();
        }
    }

    public Optional<Seal> newestSeal() {
        return jdbc.sql("select " + SEAL + " from audit_seal order by seq desc limit 1")
                .query(AuditRows::seal)
                .optional();
    }

    public List<Seal> newestSeals(int max) {
        return jdbc.sql("select " + SEAL + " from audit_seal order by seq desc limit ?")
                .param(max)
                .query(AuditRows::seal)
                .list();
    }

    /** Seals after that number, in order. */
    public List<Seal> seals(long after, int max) {
        return jdbc.sql("select " + SEAL + " from audit_seal where seq > ? order by seq limit ?")
                .params(after, max)
                .query(AuditRows::seal)
                .list();
    }

    /** What a seal covers, beside the hash that the chain has at that place today; after that chain, in order. */
    public List<SealedHead> sealedHeads(long seal, String after, int max) {
        return jdbc.sql("select h.chain, h.entries, h.head, e.hash from audit_seal_head h"
                        + " left join audit_entry e on e.chain = h.chain and e.seq = h.entries"
                        + " where h.seal_seq = ? and h.chain > ? order by h.chain limit ?")
                .params(seal, after, max)
                .query((row, n) -> new SealedHead(head(row, n), Optional.ofNullable(row.getString("hash"))))
                .list();
    }

    /** A seal that is gone but whose heads are still there. */
    public Optional<Long> headsWithoutSeal(long after) {
        return jdbc.sql("select h.seal_seq from audit_seal_head h where h.seal_seq > ?"
                        + " and not exists (select 1 from audit_seal s where s.seq = h.seal_seq)"
                        + " order by h.seal_seq limit 1")
                .param(after)
                .query(Long.class)
                .optional();
    }

    /** Chains after that one, in order. */
    public List<ChainHead> chains(String after, int max) {
        return jdbc.sql("select chain, entries, head from audit_chain where chain > ? order by chain limit ?")
                .params(after, max)
                .query(AuditRows::head)
                .list();
    }

    public Optional<ChainHead> chain(String chain) {
        return jdbc.sql("select chain, entries, head from audit_chain where chain = ?")
                .param(chain)
                .query(AuditRows::head)
                .optional();
    }

    /** Entries of all chains after that place, by chain and number. */
    public List<AuditEntry> entries(String chain, long after, int max) {
        return jdbc.sql("select " + ENTRY + " from audit_entry where chain = ? and seq > ? order by seq limit ?")
                .params(chain, after, max)
                .query(AuditRows::entry)
                .list();
    }

    /** The first entries of the chains after that one, by chain and number. */
    public List<AuditEntry> entriesOfLaterChains(String chain, int max) {
        return jdbc.sql("select " + ENTRY + " from audit_entry where chain > ? order by chain, seq limit ?")
                .params(chain, max)
                .query(AuditRows::entry)
                .list();
    }

    public Size size() {
        return jdbc.sql("select count(*) as chains, coalesce(sum(entries), 0) as entries,"
                        + " coalesce(sum(case when sealed = false then 1 else 0 end), 0) as unsealed from audit_chain")
                .query((row, n) -> new Size(row.getLong("chains"), row.getLong("entries"), row.getLong("unsealed")))
                .single();
    }

    public record SealedHead(ChainHead head, Optional<String> hashToday) {}

    /** As the head rows count, which is no proof of anything. */
    public record Size(long chains, long entries, long unsealed) {}

    static AuditEntry entry(ResultSet row, int n) throws SQLException {
        return new AuditEntry(
                row.getString("chain"),
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("at_millis")),
                row.getString("actor"),
                row.getString("name"),
                row.getString("facts"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static ChainHead head(ResultSet row, int n) throws SQLException {
        return new ChainHead(row.getString("chain"), row.getLong("entries"), row.getString("head"));
    }

    private static Seal seal(ResultSet row, int n) throws SQLException {
        return new Seal(
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("at_millis")),
                row.getInt("chains"),
                row.getString("digest"),
                row.getString("previous_seal"),
                row.getString("key_id"),
                row.getString("seal"));
    }
}
