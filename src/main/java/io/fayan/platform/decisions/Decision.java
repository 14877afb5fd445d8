package io.fayan.platform.decisions;

import java.util.List;
import java.util.Map;

/**
 * What a table answered, row by row.
 *
 * @param rows the rows that matched, in table order; one for a UNIQUE table, any number for COLLECT
 */
public record Decision(String table, String policyVersion, List<Row> rows) {

    public Decision {
        rows = List.copyOf(rows);
    }

    /** The only row's output. @throws IllegalStateException when not exactly one row matched: the table is incomplete */
    public Object single(String output) {
        if (rows.size() != 1) {
            throw new IllegalStateException(table + " matched " + rows.size() + " rows where one is needed");
        }
        return rows.get(0).outputs().get(output);
    }

    /**
     * @param rule the rule's id; the reason in words is the message {@code reason.<table>.<rule>}
     * @param clause the clause that the row's annotation begins with
     */
    public record Row(String rule, String clause, Map<String, Object> outputs) {
        public Row {
            outputs = Map.copyOf(outputs);
        }
    }
}
