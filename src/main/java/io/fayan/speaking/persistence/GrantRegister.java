package io.fayan.speaking.persistence;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.domain.Grant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who could say what, where, on a day (clause 3.1.d): grants whose time touches that day. */
@Repository
public class GrantRegister {

    /** A grant ended before the day began covers nothing of it; one that ends during the day does. */
    private static final String COVERS =
            "g.valid_from < :dayEnd and g.valid_until >= :dayStart and g.granted_at < :dayEnd"
                    + " and (g.ended_at is null or g.ended_at >= :dayStart)";

    private static final String FROM = " from speaking_grant g join speaking_request r on r.id = g.request_id where ";

    private final JdbcClient jdbc;

    GrantRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param everything the reader's roles open every request
     * @param speakers only these; null for everybody
     * @param accounts only these; null for all
     * @param occasions only what is said at an occasion
     * @param words in the place, in the number or hash, and in the titles that the reader may see; blank for any
     * @param named accounts that the words name
     */
    public record Question(
            Instant dayStart,
            Instant dayEnd,
            PersonId reader,
            boolean everything,
            @Nullable Set<PersonId> speakers,
            @Nullable Set<String> accounts,
            boolean occasions,
            String words,
            Set<String> named) {}

    /** @param title null where the reader may not see the matter */
    public record Row(
            BusinessNumber number,
            @Nullable String title,
            PersonId speaker,
            @Nullable String account,
            @Nullable String occasion,
            Instant validFrom,
            Instant validUntil,
            Sha256 sha256,
            Grant.Status status,
            Instant grantedAt,
            @Nullable Instant endedAt) {}

    public record Page(List<Row> rows, long total) {}

    public Page page(Question question, int first, int max) {
        var where = where(question);
        var total = jdbc.sql("select count(*)" + FROM + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
        var rows = jdbc.sql(select(question) + FROM + where.sql() + order() + " limit " + max + " offset " + first)
                .params(where.parameters())
                .query(GrantRegister::row)
                .list();
        return new Page(rows, total);
    }

    /** Every row, one after the other. */
    public void each(Question question, Consumer<Row> taker) {
        var where = where(question);
        try (var rows = jdbc
                .sql(select(question) + FROM + where.sql() + order())
                .params(where.parameters())
                .query(GrantRegister::row)
                .stream()) {
            rows.forEach(taker);
        }
    }

    /** Under which conditions what was granted was approved, by request; the caller asks only for what the reader may see. */
    public Map<BusinessNumber, Map<Reviewer, String>> conditions(Collection<BusinessNumber> requests) {
        var found = new HashMap<BusinessNumber, Map<Reviewer, String>>();
        if (requests.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        """
                        select r.number, v.reviewer, v.conditions
                        from speaking_request r
                        join speaking_grant g on g.request_id = r.id
                        join speaking_text_version granted on granted.request_id = r.id and granted.version_number = g.version_number
                        join speaking_review v on v.request_id = r.id and v.status = 'APPROVED' and v.conditions is not null
                        join speaking_text_version approved on approved.request_id = r.id
                          and approved.version_number = v.version_number and approved.digest = granted.digest
                        where r.number in (:numbers)
                        order by v.opened_at""")
                .param("numbers", requests.stream().map(BusinessNumber::value).toList())
                .query(rows -> {
                    found.computeIfAbsent(new BusinessNumber(rows.getString("number")), number -> new TreeMap<>())
                            .put(Reviewer.valueOf(rows.getString("reviewer")), rows.getString("conditions"));
                });
        return found;
    }

    private record Where(String sql, Map<String, Object> parameters) {}

    private static String seen(Question question) {
        return question.everything() ? "1 = 1" : RequestList.TAKES_PART;
    }

    private static String select(Question question) {
        return "select r.number, case when " + seen(question) + " then r.title end as title, g.speaker, g.account,"
                + " g.occasion, g.valid_from, g.valid_until, g.sha256, g.status, g.granted_at, g.ended_at";
    }

    private static String order() {
        return " order by g.valid_from, r.number";
    }

    private static Where where(Question question) {
        var parameters = new HashMap<String, Object>();
        var conditions = new ArrayList<String>();
        parameters.put("dayStart", Timestamp.from(question.dayStart()));
        parameters.put("dayEnd", Timestamp.from(question.dayEnd()));
        parameters.put("reader", question.reader().value());
        conditions.add(COVERS);
        if (question.speakers() != null) {
            in(
                    conditions,
                    parameters,
                    "g.speaker",
                    "speakers",
                    question.speakers().stream().map(PersonId::value).toList());
        }
        if (question.accounts() != null) {
            in(conditions, parameters, "g.account", "accounts", question.accounts());
        }
        if (question.occasions()) {
            conditions.add("g.occasion is not null");
        }
        if (!question.words().isBlank()) {
            conditions.add(words(question, parameters));
        }
        return new Where(String.join(" and ", conditions), parameters);
    }

    private static void in(
            List<String> conditions,
            Map<String, Object> parameters,
            String column,
            String name,
            Collection<String> values) {
        if (values.isEmpty()) {
            conditions.add("1 = 0");
        } else {
            conditions.add(column + " in (:" + name + ")");
            parameters.put(name, values);
        }
    }

    private static String words(Question question, Map<String, Object> parameters) {
        var typed = question.words().strip().toLowerCase(Locale.ROOT);
        var occasion = new ArrayList<String>();
        var title = new ArrayList<String>();
        for (var word : typed.split("\\s+")) {
            var name = "word" + occasion.size();
            parameters.put(name, "%" + word.replaceAll("([!%_])", "!$1") + "%");
            occasion.add("lower(g.occasion) like :" + name + " escape '!'");
            title.add("lower(r.title) like :" + name + " escape '!'");
        }
        var either = new ArrayList<String>();
        either.add("(" + String.join(" and ", occasion) + ")");
        either.add("(" + seen(question) + " and " + String.join(" and ", title) + ")");
        if (!question.named().isEmpty()) {
            either.add("g.account in (:named)");
            parameters.put("named", question.named());
        }
        if (typed.matches("[0-9a-f]{8,64}")) {
            either.add("g.sha256 like :hash");
            parameters.put("hash", typed + "%");
        }
        BusinessNumber.parse(typed).ifPresent(number -> {
            either.add("r.number = :number");
            parameters.put("number", number.value());
        });
        return "(" + String.join(" or ", either) + ")";
    }

    private static Row row(ResultSet rows, int number) throws SQLException {
        return new Row(
                new BusinessNumber(rows.getString("number")),
                rows.getString("title"),
                new PersonId(rows.getString("speaker")),
                rows.getString("account"),
                rows.getString("occasion"),
                rows.getTimestamp("valid_from").toInstant(),
                rows.getTimestamp("valid_until").toInstant(),
                new Sha256(rows.getString("sha256")),
                Grant.Status.valueOf(rows.getString("status")),
                rows.getTimestamp("granted_at").toInstant(),
                RequestList.instant(rows, "ended_at"));
    }
}
