package io.fayan.speaking.persistence;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.speaking.Channel;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.Reviewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of requests, newest first, from the rows themselves. */
@Repository
public class RequestList {

    /**
     * Whose it is, who decides or decided it, who asked about it. With the roles that see every request, and the steps open
     * to a group, this is what {@code SpeakingPages.visibleTo} says of one request.
     */
    static final String TAKES_PART =
            """
            (r.requester = :reader or r.speaker = :reader
             or r.id in (select v.request_id from speaking_review v where v.decided_by = :reader or v.assignee = :reader)
             or r.id in (select q.request_id from speaking_question q where q.asked_by = :reader))""";

    private static final String ROW =
            "select r.number, r.title, r.status, r.channel, r.requester, r.speaker, r.account, r.occasion,"
                    + " r.window_from, r.window_until, r.submitted_at, r.closed_at, r.urgent from speaking_request r";

    private final JdbcClient jdbc;

    RequestList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Scope {
        /** The reader asked for it, or will speak. */
        MINE,
        /** The reader decided a review of it. */
        REVIEWED,
        /** Every request; the caller has checked that the reader may. */
        ALL
    }

    /**
     * @param statuses empty for any
     * @param from submitted at or after
     * @param until submitted before
     * @param words in number or title; blank for any
     * @param persons requesters or speakers whom the words name too
     */
    public record Question(
            Scope scope,
            PersonId reader,
            Set<RequestStatus> statuses,
            @Nullable Channel channel,
            @Nullable Instant from,
            @Nullable Instant until,
            String words,
            List<PersonId> persons) {}

    public record Row(
            BusinessNumber number,
            String title,
            RequestStatus status,
            Channel channel,
            PersonId requester,
            PersonId speaker,
            @Nullable String account,
            @Nullable String occasion,
            Instant windowFrom,
            Instant windowUntil,
            Instant submittedAt,
            @Nullable Instant closedAt,
            boolean urgent) {}

    public record Page(List<Row> rows, long total) {}

    public Page page(Question question, int first, int max) {
        var where = where(question);
        var total = jdbc.sql("select count(*) from speaking_request r" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
        var rows = jdbc.sql(ROW + where.sql() + newestFirst() + " limit " + max + " offset " + first)
                .params(where.parameters())
                .query(RequestList::row)
                .list();
        return new Page(rows, total);
    }

    /** Every row, one after the other. */
    public void each(Question question, Consumer<Row> taker) {
        var where = where(question);
        try (var rows =
                jdbc
                        .sql(ROW + where.sql() + newestFirst())
                        .params(where.parameters())
                        .query(RequestList::row)
                        .stream()) {
            rows.forEach(taker);
        }
    }

    /** Open requests that this person asked for or will speak in, newest first. */
    public Page open(PersonId person, int max) {
        var open = Arrays.stream(RequestStatus.values())
                .filter(status -> !status.ended())
                .collect(Collectors.toSet());
        return page(new Question(Scope.MINE, person, open, null, null, null, "", List.of()), 0, max);
    }

    /**
     * What the reader may see among those whose number or title has these words.
     *
     * @param everything the reader's roles open every request
     * @param offered requests in which a step is offered to the reader's groups
     */
    public List<Row> find(
            String words, PersonId reader, boolean everything, Collection<BusinessNumber> offered, int max) {
        var parameters = new HashMap<String, Object>();
        var conditions = words(words, List.of(), parameters);
        if (!everything) {
            parameters.put("reader", reader.value());
            if (offered.isEmpty()) {
                conditions.add(TAKES_PART);
            } else {
                parameters.put(
                        "offered", offered.stream().map(BusinessNumber::value).toList());
                conditions.add("(" + TAKES_PART + " or r.number in (:offered))");
            }
        }
        return jdbc.sql(ROW + joined(conditions) + newestFirst() + " limit " + max)
                .params(parameters)
                .query(RequestList::row)
                .list();
    }

    /** Who is asked to review, by review. */
    public Map<UUID, Reviewer> reviewers(Collection<UUID> reviews) {
        if (reviews.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<UUID, Reviewer>();
        jdbc.sql("select id, reviewer from speaking_review where id in (:ids)")
                .param("ids", reviews.stream().map(UUID::toString).toList())
                .query((rows, n) ->
                        found.put(UUID.fromString(rows.getString("id")), Reviewer.valueOf(rows.getString("reviewer"))))
                .list();
        return found;
    }

    private record Where(String sql, Map<String, Object> parameters) {}

    private static Where where(Question question) {
        var parameters = new HashMap<String, Object>();
        var conditions = words(question.words(), question.persons(), parameters);
        switch (question.scope()) {
            case MINE -> {
                conditions.add("(r.requester = :reader or r.speaker = :reader)");
                parameters.put("reader", question.reader().value());
            }
            case REVIEWED -> {
                conditions.add("r.id in (select v.request_id from speaking_review v where v.decided_by = :reader)");
                parameters.put("reader", question.reader().value());
            }
            case ALL -> {}
        }
        if (!question.statuses().isEmpty()) {
            conditions.add("r.status in (:statuses)");
            parameters.put(
                    "statuses", question.statuses().stream().map(Enum::name).toList());
        }
        if (question.channel() != null) {
            conditions.add("r.channel = :channel");
            parameters.put("channel", question.channel().name());
        }
        if (question.from() != null) {
            conditions.add("r.submitted_at >= :from");
            parameters.put("from", Timestamp.from(question.from()));
        }
        if (question.until() != null) {
            conditions.add("r.submitted_at < :until");
            parameters.put("until", Timestamp.from(question.until()));
        }
        return new Where(joined(conditions), parameters);
    }

    private static List<String> words(String words, List<PersonId> persons, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        var number = BusinessNumber.parse(words);
        if (number.isPresent()) {
            conditions.add("r.number = :number");
            parameters.put("number", number.get().value());
            return conditions;
        }
        var inTitle = new ArrayList<String>();
        for (var word : words.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                var name = "word" + inTitle.size();
                inTitle.add("lower(r.title) like :" + name + " escape '!'");
                parameters.put(name, "%" + word.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
            }
        }
        if (inTitle.isEmpty()) {
            return conditions;
        }
        var either = "(" + String.join(" and ", inTitle) + ")";
        if (!persons.isEmpty()) {
            parameters.put("persons", persons.stream().map(PersonId::value).toList());
            either = "(" + either + " or r.requester in (:persons) or r.speaker in (:persons))";
        }
        conditions.add(either);
        return conditions;
    }

    private static String joined(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String newestFirst() {
        return " order by r.submitted_at desc, r.number desc";
    }

    private static Row row(ResultSet rows, int number) throws SQLException {
        return new Row(
                new BusinessNumber(rows.getString("number")),
                rows.getString("title"),
                RequestStatus.valueOf(rows.getString("status")),
                Channel.valueOf(rows.getString("channel")),
                new PersonId(rows.getString("requester")),
                new PersonId(rows.getString("speaker")),
                rows.getString("account"),
                rows.getString("occasion"),
                rows.getTimestamp("window_from").toInstant(),
                rows.getTimestamp("window_until").toInstant(),
                rows.getTimestamp("submitted_at").toInstant(),
                instant(rows, "closed_at"),
                rows.getBoolean("urgent"));
    }

    static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        var moment = rows.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
