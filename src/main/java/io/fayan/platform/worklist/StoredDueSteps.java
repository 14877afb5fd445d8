package io.fayan.platform.worklist;

import io.fayan.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredDueSteps implements DueSteps {

    private final JdbcClient jdbc;
    private final WorkItemRows rows;

    StoredDueSteps(JdbcClient jdbc, WorkItemRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DueStep> take(Instant now, int max) {
        var reached = new LinkedHashMap<String, @Nullable Stage>();
        jdbc.sql("select task_id, half_reminded_at, late_reminded_at, escalated_at from work_item"
                        + " where next_look_at <= ? order by next_look_at, task_id limit ? for update skip locked")
                .params(Timestamp.from(now), max)
                .query(row -> {
                    reached.put(row.getString("task_id"), reached(row));
                });
        var steps = new ArrayList<DueStep>(reached.size());
        reached.forEach((task, stage) ->
                rows.find(task).ifPresent(item -> steps.add(new DueStep(item, excluded(task), stage))));
        return steps;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void looked(String taskId, @Nullable Stage reached, Instant at, @Nullable Instant next) {
        jdbc.sql("update work_item set half_reminded_at = coalesce(half_reminded_at, ?),"
                        + " late_reminded_at = coalesce(late_reminded_at, ?), escalated_at = coalesce(escalated_at, ?),"
                        + " next_look_at = ? where task_id = ?")
                .params(
                        noted(reached, Stage.HALF, at),
                        noted(reached, Stage.LATE, at),
                        noted(reached, Stage.OVERDUE, at),
                        next == null ? null : Timestamp.from(next),
                        taskId)
                .update();
    }

    private static @Nullable Timestamp noted(@Nullable Stage reached, Stage stage, Instant at) {
        return reached == null || reached.compareTo(stage) < 0 ? null : Timestamp.from(at);
    }

    private static @Nullable Stage reached(ResultSet row) throws SQLException {
        if (row.getTimestamp("escalated_at") != null) {
            return Stage.OVERDUE;
        }
        if (row.getTimestamp("late_reminded_at") != null) {
            return Stage.LATE;
        }
        return row.getTimestamp("half_reminded_at") != null ? Stage.HALF : null;
    }

    private Set<PersonId> excluded(String taskId) {
        return jdbc
                .sql("select person_id from work_item_exclusion where task_id = ?")
                .param(taskId)
                .query((row, n) -> new PersonId(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
