package io.fayan.platform.engine;

import io.fayan.platform.worklist.OpenTask;
import io.fayan.platform.worklist.OpenTasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Three statements a page, whatever its size: tasks, candidate groups, elements of multi-instance steps. */
@Repository
public class StoredOpenTasks implements OpenTasks {

    private static final String TASKS =
            """
            select t.ID_, t.PROC_DEF_ID_, t.PROC_INST_ID_, t.TASK_DEF_KEY_, coalesce(p.BUSINESS_KEY_, ''), t.ASSIGNEE_,
                   t.CREATE_TIME_, t.DUE_DATE_
              from ACT_RU_TASK t join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
            """;

    /** A task sees the variable of its own execution first, then of the scopes around it. */
    private static final String ITEMS =
            """
            with recursive reach (task, execution, outer_one, steps) as (
              select t.ID_, e.ID_, e.PARENT_ID_, 0
                from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.EXECUTION_ID_
               where t.ID_ in (:tasks)
              union all
              select r.task, e.ID_, e.PARENT_ID_, r.steps + 1
                from reach r join ACT_RU_EXECUTION e on e.ID_ = r.outer_one)
            select r.task, v.TEXT_
              from reach r join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = r.execution and v.TASK_ID_ is null
             where v.NAME_ = :name
             order by r.task, r.steps
            """;

    private final JdbcClient jdbc;

    StoredOpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenTask> after(String id, int max) {
        return whole(jdbc.sql(TASKS + " where t.ID_ > ? order by t.ID_ limit ?")
                .params(id, max)
                .query(StoredOpenTasks::row)
                .list());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<OpenTask> hold(String id) {
        // The engine's own way of saying that a row it has read is no longer the newest.
        jdbc.sql("update ACT_RU_TASK set REV_ = REV_ + 1 where ID_ = ?")
                .param(id)
                .update();
        return whole(jdbc.sql(TASKS + " where t.ID_ = ?")
                        .param(id)
                        .query(StoredOpenTasks::row)
                        .list())
                .stream()
                .findFirst();
    }

    private List<OpenTask> whole(List<OpenTask> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var ids = rows.stream().map(OpenTask::id).toList();
        var groups = groups(ids);
        var items = items(ids);
        return rows.stream()
                .map(row -> new OpenTask(
                        row.id(),
                        row.definition(),
                        row.instance(),
                        row.element(),
                        row.matter(),
                        items.get(row.id()),
                        row.assignee(),
                        groups.getOrDefault(row.id(), Set.of()),
                        row.created(),
                        row.due()))
                .toList();
    }

    private Map<String, Set<String>> groups(Collection<String> tasks) {
        var groups = new HashMap<String, Set<String>>();
        jdbc.sql("select TASK_ID_, GROUP_ID_ from ACT_RU_IDENTITYLINK"
                        + " where TASK_ID_ in (:tasks) and TYPE_ = 'candidate' and GROUP_ID_ is not null")
                .param("tasks", tasks)
                .query(rs -> {
                    groups.computeIfAbsent(rs.getString(1), task -> new HashSet<>())
                            .add(rs.getString(2));
                });
        return groups;
    }

    private Map<String, @Nullable String> items(Collection<String> tasks) {
        var items = new HashMap<String, @Nullable String>();
        jdbc.sql(ITEMS)
                .param("tasks", tasks)
                .param("name", WorkListListener.ITEM)
                .query(rs -> {
                    items.putIfAbsent(rs.getString(1), rs.getString(2));
                });
        return items;
    }

    private static OpenTask row(ResultSet rs, int number) throws SQLException {
        var due = rs.getTimestamp(8);
        return new OpenTask(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                null,
                rs.getString(6),
                Set.of(),
                rs.getTimestamp(7).toInstant(),
                due == null ? null : due.toInstant());
    }
}
