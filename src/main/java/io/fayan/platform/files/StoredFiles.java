package io.fayan.platform.files;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.platform.files.Inspection.Accepted;
import io.fayan.platform.files.Inspection.Reason;
import io.fayan.platform.files.Inspection.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files in rows: what is known of each in one table, its bytes in another. */
@Component
class StoredFiles implements Files {

    /** How long an upload waits for a submission that names it. */
    static final Duration WAITING = Duration.ofHours(24);

    private static final int WAITING_PER_PERSON = 50;
    private static final int BATCH = 200;
    private static final String COLUMNS = "id, name, type, size_bytes, sha256, uploader, received_at, matter";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ContentInspector inspector = new ContentInspector();
    /** A document may unpack to ten times its size: only so many are unpacked at a time. */
    private final Semaphore inspections = new Semaphore(2);

    StoredFiles(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Receipt receive(PersonId uploader, String name, byte[] content) {
        var cleaned = FileName.cleaned(name);
        var inspection = inspected(content);
        if (inspection instanceof Rejected rejected) {
            return new Refused(rejected.reason().message());
        }
        var type = ((Accepted) inspection).type();
        if (!cleaned.fits(type)) {
            return new Refused(Reason.EXTENSION.message());
        }
        var file = new StoredFile(
                UUID.randomUUID(),
                cleaned.as(type),
                type.mediaType(),
                content.length,
                Sha256.of(content),
                uploader,
                clock.instant());
        return transaction.execute(status -> kept(file, content));
    }

    private Inspection inspected(byte[] content) {
        inspections.acquireUninterruptibly();
        try {
            return inspector.inspect(content);
        } finally {
            inspections.release();
        }
    }

    private Receipt kept(StoredFile file, byte[] content) {
        var waiting = jdbc.sql("select count(*) from stored_file where uploader = ? and matter is null")
                .param(file.uploader().value())
                .query(Long.class)
                .single();
        if (waiting >= WAITING_PER_PERSON) {
            return new Refused(Reason.TOO_MANY.message());
        }
        jdbc.sql("insert into stored_file (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, null)")
                .params(
                        file.id().toString(),
                        file.name(),
                        file.type(),
                        file.size(),
                        file.sha256().value(),
                        file.uploader().value(),
                        Timestamp.from(file.receivedAt()))
                .update();
        jdbc.sql("insert into stored_file_content (file_id, content) values (?, ?)")
                .params(file.id().toString(), content)
                .update();
        return new Received(file);
    }

    @Override
    @Transactional
    public boolean attach(PersonId uploader, BusinessNumber matter, Collection<UUID> files) {
        // In one order, so that two submissions that name the same files do not wait for each other in a ring.
        var wanted = new TreeSet<String>();
        files.forEach(id -> wanted.add(id.toString()));
        for (var id : wanted) {
            var row = jdbc.sql("select " + COLUMNS + " from stored_file where id = ? for update")
                    .param(id)
                    .query(StoredFiles::row)
                    .optional();
            if (row.isEmpty() || !row.get().mayBeAttached(uploader, matter)) {
                return false;
            }
        }
        for (var id : wanted) {
            jdbc.sql("update stored_file set matter = ? where id = ?")
                    .params(matter.value(), id)
                    .update();
        }
        return true;
    }

    @Override
    public List<StoredFile> of(Collection<UUID> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<UUID, StoredFile>();
        jdbc.sql("select " + COLUMNS + " from stored_file where id in (:ids)")
                .param("ids", files.stream().map(UUID::toString).toList())
                .query(StoredFiles::row)
                .list()
                .forEach(row -> found.put(row.file().id(), row.file()));
        return files.stream()
                .distinct()
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from stored_file where id = ?")
                .param(id.toString())
                .query(StoredFiles::row)
                .optional();
    }

    /** All of it in memory, ten megabytes at most: a slow reader must not hold a database connection. */
    byte[] content(UUID id) {
        return jdbc.sql("select content from stored_file_content where file_id = ?")
                .param(id.toString())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /** Uploads that no submission named in time. @return how many were removed */
    int removeForgotten() {
        var removed = 0;
        List<String> forgotten;
        do {
            forgotten = jdbc.sql(
                            "select id from stored_file where matter is null and received_at < ? order by received_at limit "
                                    + BATCH)
                    .param(Timestamp.from(clock.instant().minus(WAITING)))
                    .query(String.class)
                    .list();
            for (var id : forgotten) {
                removed += transaction.execute(status -> remove(id));
            }
        } while (forgotten.size() == BATCH);
        return removed;
    }

    /** A submission may attach the file at this moment: then it stays. */
    private int remove(String id) {
        var removed = jdbc.sql("delete from stored_file where id = ? and matter is null")
                .param(id)
                .update();
        if (removed == 1) {
            jdbc.sql("delete from stored_file_content where file_id = ?")
                    .param(id)
                    .update();
        }
        return removed;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var matter = row.getString("matter");
        return new Row(
                new StoredFile(
                        UUID.fromString(row.getString("id")),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("size_bytes"),
                        new Sha256(row.getString("sha256")),
                        new PersonId(row.getString("uploader")),
                        row.getTimestamp("received_at").toInstant()),
                matter == null ? null : new BusinessNumber(matter));
    }

    /** @param matter null until a submission attached it */
    record Row(StoredFile file, @Nullable BusinessNumber matter) {

        boolean mayBeAttached(PersonId person, BusinessNumber to) {
            return matter == null ? file.uploader().equals(person) : matter.equals(to);
        }
    }
}
