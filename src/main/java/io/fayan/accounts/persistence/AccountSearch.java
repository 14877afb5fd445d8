package io.fayan.accounts.persistence;

import io.fayan.accounts.domain.RegisteredAccount;
import io.fayan.kernel.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register's search field, in SQL: each word somewhere in the folded text or in the names of the platform. */
@Repository
public class AccountSearch {

    private final JdbcClient jdbc;

    AccountSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param platformsByWord answers the codes of platforms whose names contain a folded word */
    public Page search(
            String words,
            @Nullable String platform,
            @Nullable PersonId viewer,
            int first,
            int max,
            Function<String, List<String>> platformsByWord) {
        Map<String, Object> parameters = new HashMap<>();
        var conditions = new ArrayList<String>();
        if (platform != null) {
            conditions.add("platform = :platform");
            parameters.put("platform", platform);
        }
        if (viewer != null) {
            conditions.add("(kind = 'COMPANY' or owner = :viewer)");
            parameters.put("viewer", viewer.value());
        }
        var number = 0;
        for (var word : RegisteredAccount.fold(words).split("\\s+")) {
            if (!word.isEmpty()) {
                parameters.put("word" + number, "%" + word.replaceAll("([!%_])", "!$1") + "%");
                var text = "search_text like :word" + number + " escape '!'";
                var platforms = platformsByWord.apply(word);
                if (!platforms.isEmpty()) {
                    parameters.put("platforms" + number, platforms);
                    text = "(" + text + " or platform in (:platforms" + number + "))";
                }
                conditions.add(text);
                number++;
            }
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var total = jdbc.sql("select count(*) from social_account" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        var codes = jdbc.sql(
                        "select code from social_account" + where + " order by code limit " + max + " offset " + first)
                .params(parameters)
                .query(String.class)
                .list();
        return new Page(codes, total);
    }

    public record Page(List<String> codes, long total) {}
}
