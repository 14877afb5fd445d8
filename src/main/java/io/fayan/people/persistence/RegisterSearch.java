package io.fayan.people.persistence;

import io.fayan.people.domain.SearchText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register's search field, in SQL: each word somewhere in the folded text or in the names of the unit. */
@Repository
public class RegisterSearch {

    private final JdbcClient jdbc;

    RegisterSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param unitsByWord answers the codes of units whose names contain a folded word */
    public Page search(
            String words, @Nullable String unit, int first, int max, Function<String, List<String>> unitsByWord) {
        Map<String, Object> parameters = new HashMap<>();
        var conditions = new ArrayList<String>();
        if (unit != null) {
            conditions.add("unit = :unit");
            parameters.put("unit", unit);
        }
        var number = 0;
        for (var word : SearchText.words(words)) {
            var name = "word" + number;
            parameters.put(name, "%" + word.replaceAll("([!%_])", "!$1") + "%");
            var units = unitsByWord.apply(word);
            if (units.isEmpty()) {
                conditions.add("search_text like :" + name + " escape '!'");
            } else {
                parameters.put("units" + number, units);
                conditions.add("(search_text like :" + name + " escape '!' or unit in (:units" + number + "))");
            }
            number++;
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var total = jdbc.sql("select count(*) from person" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        var ids = jdbc.sql("select id from person" + where + " order by id limit " + max + " offset " + first)
                .params(parameters)
                .query(String.class)
                .list();
        return new Page(ids, total);
    }

    public record Page(List<String> ids, long total) {}
}
