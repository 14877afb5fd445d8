package io.fayan.audit.persistence;

import io.fayan.audit.domain.BrokenLink;
import io.fayan.audit.domain.VerificationReport;
import io.fayan.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verifications that people asked for, how far they are and what they found. */
@Repository
public class VerificationRows {

    public enum State {
        WAITING,
        RUNNING,
        WHOLE,
        BROKEN,
        /** It ended without an answer, for example because the seal file could not be read. */
        FAILED;

        public boolean over() {
            return this != WAITING && this != RUNNING;
        }
    }

    public record Verification(
            UUID id,
            PersonId requestedBy,
            Instant requestedAt,
            @Nullable Instant finishedAt,
            State state,
            long done,
            long total,
            long chains,
            long entries,
            long seals,
            long onFile,
            @Nullable BrokenLink broken) {}

    private final JdbcClient jdbc;

    VerificationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(UUID id, PersonId requestedBy, Instant at) {
        jdbc.sql("insert into audit_verification (id, requested_by, requested_at, state, steps_done, steps_total,"
                        + " chains, entries, seals) values (?, ?, ?, ?, 0, 0, 0, 0, 0)")
                .params(id.toString(), requestedBy.value(), Timestamp.from(at), State.WAITING.name())
                .update();
    }

    public void reached(UUID id, long done, long total) {
        jdbc.sql("update audit_verification set state = ?, steps_done = ?, steps_total = ? where id = ?")
                .params(State.RUNNING.name(), done, total, id.toString())
                .update();
    }

    public void finished(UUID id, VerificationReport report, Instant at) {
        var broken = report.broken().orElse(null);
        jdbc.sql(
                        "update audit_verification set state = ?, finished_at = ?, chains = ?, entries = ?, seals = ?, on_file = ?,"
                                + " kind = ?, broken_chain = ?, broken_seq = ?, expected = ?, found = ? where id = ?")
                .params(
                        (report.whole() ? State.WHOLE : State.BROKEN).name(),
                        Timestamp.from(at),
                        report.chains(),
                        report.entries(),
                        report.seals(),
                        report.onFile(),
                        broken == null ? null : broken.kind().name(),
                        broken == null ? null : broken.chain(),
                        broken == null ? null : broken.seq(),
                        broken == null ? null : broken.expected(),
                        broken == null ? null : broken.found(),
                        id.toString())
                .update();
    }

    public void failed(UUID id, Instant at) {
        jdbc.sql("update audit_verification set state = ?, finished_at = ? where id = ?")
                .params(State.FAILED.name(), Timestamp.from(at), id.toString())
                .update();
    }

    public Optional<Verification> newest() {
        return jdbc.sql("select * from audit_verification order by requested_at desc, id limit 1")
                .query(VerificationRows::verification)
                .optional();
    }

    private static Verification verification(ResultSet row, int n) throws SQLException {
        var kind = row.getString("kind");
        var finished = row.getTimestamp("finished_at");
        return new Verification(
                UUID.fromString(row.getString("id")),
                new PersonId(row.getString("requested_by")),
                row.getTimestamp("requested_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                State.valueOf(row.getString("state")),
                row.getLong("steps_done"),
                row.getLong("steps_total"),
                row.getLong("chains"),
                row.getLong("entries"),
                row.getLong("seals"),
                row.getLong("on_file"),
                kind == null
                        ? null
                        : new BrokenLink(
                                BrokenLink.Kind.valueOf(kind),
                                row.getString("broken_chain"),
                                row.getLong("broken_seq"),
                                row.getString("expected"),
                                row.getString("found")));
    }
}
