package io.fayan.notification.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.notification.Notifications.Kind;
import io.fayan.notification.domain.Argument;
import io.fayan.notification.domain.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class MessageRows {

    private static final String COLUMNS = "id, person, kind, matter, message_key, arguments, created_at, read_at";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Argument>> ARGUMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the message unless its reader was told under that key before. */
    public void insert(Message message, String dedupKey) {
        var told = jdbc.sql("select count(*) from notification_message where person = ? and dedup_key = ?")
                .params(message.to().value(), dedupKey)
                .query(Long.class)
                .single();
        if (told > 0) {
            return;
        }
        try {
            jdbc.sql("insert into notification_message (" + COLUMNS
                            + ", dedup_key) values (?, ?, ?, ?, ?, ?, ?, null, ?)")
                    .params(
                            message.id().toString(),
                            message.to().value(),
                            message.kind().name(),
                            message.matter() == null ? null : message.matter().value(),
                            message.key(),
                            written(message.arguments()),
                            Timestamp.from(message.at()),
                            dedupKey)
                    .update();
        } catch (DuplicateKeyException somebodyElseToldJustNow) {
            // Both databases undo the one statement only; the caller's transaction goes on.
        }
    }

    public long count(PersonId person, boolean unreadOnly) {
        return jdbc.sql("select count(*) from notification_message where person = ?" + unread(unreadOnly))
                .param(person.value())
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    public List<Message> list(PersonId person, boolean unreadOnly, int first, int max) {
        return jdbc.sql("select " + COLUMNS + " from notification_message where person = ?" + unread(unreadOnly)
                        + " order by created_at desc, id desc limit ? offset ?")
                .params(person.value(), max, first)
                .query(MessageRows::message)
                .list();
    }

    public Optional<Message> find(PersonId person, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from notification_message where id = ? and person = ?")
                .params(id.toString(), person.value())
                .query(MessageRows::message)
                .optional();
    }

    public void read(PersonId person, UUID id, Instant at) {
        jdbc.sql("update notification_message set read_at = ? where id = ? and person = ? and read_at is null")
                .params(Timestamp.from(at), id.toString(), person.value())
                .update();
    }

    /** @param until messages that came later stay unread: their reader has not seen them */
    public void readAll(PersonId person, Instant until, Instant at) {
        jdbc.sql("update notification_message set read_at = ? where person = ? and read_at is null and created_at <= ?")
                .params(Timestamp.from(at), person.value(), Timestamp.from(until))
                .update();
    }

    private static String unread(boolean only) {
        return only ? " and read_at is null" : "";
    }

    private static String written(List<Argument> arguments) {
        try {
            return JSON.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Two strings can be written as JSON", e);
        }
    }

    private static List<Argument> arguments(String written) {
        try {
            return JSON.readValue(written, ARGUMENTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message's arguments are not as they were written", e);
        }
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        var matter = row.getString("matter");
        var readAt = row.getTimestamp("read_at");
        return new Message(
                UUID.fromString(row.getString("id")),
                new PersonId(row.getString("person")),
                Kind.valueOf(row.getString("kind")),
                matter == null ? null : new BusinessNumber(matter),
                row.getString("message_key"),
                arguments(row.getString("arguments")),
                row.getTimestamp("created_at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
