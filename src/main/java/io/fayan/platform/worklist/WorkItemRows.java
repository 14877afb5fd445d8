package io.fayan.platform.worklist;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.platform.worklist.WorkList.Filter;
import io.fayan.platform.worklist.WorkList.Order;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The work list's rows. Every list is answered from an index: by assignee and due date, or by group. */
@Repository
class WorkItemRows {

    private static final String COLUMNS =
            "w.task_id, w.definition, w.instance, w.element, w.matter, w.item, w.subject, w.assignee, w.created_at, w.due_at";

    private final JdbcClient jdbc;

    WorkItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WorkItem item, Set<String> groups, Set<PersonId> excluded) {
        jdbc.sql(
                        "insert into work_item (task_id, definition, instance, element, matter, item, subject, assignee, created_at, due_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        item.taskId(),
                        item.definition(),
                        item.instance(),
                        item.element(),
                        item.matter().value(),
                        item.item(),
                        item.subject(),
                        item.assignee() == null ? null : item.assignee().value(),
                        Timestamp.from(item.createdAt()),
                        item.dueAt() == null ? null : Timestamp.from(item.dueAt()))
                .update();
        groups.forEach(group -> insertGroup(item.taskId(), group));
        excluded.forEach(person -> insertExclusion(item.taskId(), person));
    }

    void insertGroup(String taskId, String group) {
        jdbc.sql("insert into work_item_group (task_id, group_id) values (?, ?)")
                .params(taskId, group)
                .update();
    }

    void deleteGroups(String taskId) {
        jdbc.sql("delete from work_item_group where task_id = ?").param(taskId).update();
    }

    void replaceExclusions(String taskId, Set<PersonId> excluded) {
        jdbc.sql("delete from work_item_exclusion where task_id = ?")
                .param(taskId)
                .update();
        excluded.forEach(person -> insertExclusion(taskId, person));
    }

    private void insertExclusion(String taskId, PersonId person) {
        jdbc.sql("insert into work_item_exclusion (task_id, person_id) values (?, ?)")
                .params(taskId, person.value())
                .update();
    }

    void update(String taskId, @Nullable String assignee, @Nullable Instant due) {
        jdbc.sql(
                        "update work_item set assignee = ?, due_at = ?, next_look_at = '2000-01-01 00:00:00' where task_id = ?")
                .params(assignee, due == null ? null : Timestamp.from(due), taskId)
                .update();
    }

    void rewrite(OpenTask task, String subject) {
        jdbc.sql("update work_item set definition = ?, instance = ?, element = ?, matter = ?, item = ?, subject = ?,"
                        + " assignee = ?, due_at = ?, next_look_at = '2000-01-01 00:00:00' where task_id = ?")
                .params(
                        task.definition(),
                        task.instance(),
                        task.element(),
                        task.matter(),
                        task.item(),
                        subject,
                        task.assignee(),
                        task.due() == null ? null : Timestamp.from(task.due()),
                        task.id())
                .update();
    }

    void delete(String taskId) {
        jdbc.sql("delete from work_item_exclusion where task_id = ?")
                .param(taskId)
                .update();
        deleteGroups(taskId);
        jdbc.sql("delete from work_item where task_id = ?").param(taskId).update();
    }

    Optional<WorkItem> find(String taskId) {
        return select("where w.task_id = :task", Map.of("task", taskId), "").stream()
                .findFirst();
    }

    List<WorkItem> of(BusinessNumber matter) {
        return select("where w.matter = :matter", Map.of("matter", matter.value()), "order by w.created_at, w.task_id");
    }

    List<WorkItem> assignedTo(PersonId person) {
        return select(
                "where w.assignee = :person", Map.of("person", person.value()), "order by w.created_at, w.task_id");
    }

    /** Rows as they stand, whether or not they make sense, in the order of their tasks' ids and behind this one. */
    List<OpenTask> after(String id, int max) {
        return asStored(
                jdbc.sql("select " + COLUMNS + " from work_item w where w.task_id > ? order by w.task_id limit ?")
                        .params(id, max)
                        .query(WorkItemRows::stored)
                        .list());
    }

    /** The row as it stands, locked until the transaction ends. */
    Optional<OpenTask> lock(String taskId) {
        return asStored(jdbc.sql("select " + COLUMNS + " from work_item w where w.task_id = ? for update")
                        .param(taskId)
                        .query(WorkItemRows::stored)
                        .list())
                .stream()
                .findFirst();
    }

    private List<OpenTask> asStored(List<OpenTask> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var groups = groupIds(rows.stream().map(OpenTask::id).toList());
        return rows.stream()
                .map(row -> new OpenTask(
                        row.id(),
                        row.definition(),
                        row.instance(),
                        row.element(),
                        row.matter(),
                        row.item(),
                        row.assignee(),
                        groups.getOrDefault(row.id(), Set.of()),
                        row.created(),
                        row.due()))
                .toList();
    }

    boolean excluded(String taskId, PersonId person) {
        return jdbc.sql("select count(*) from work_item_exclusion where task_id = ? and person_id = ?")
                        .params(taskId, person.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<WorkItem> list(
            PersonId person,
            Set<Role> roles,
            Filter filter,
            Order order,
            Instant now,
            Instant endOfDay,
            int first,
            int max) {
        var question = question(person, roles, filter, now, endOfDay);
        if (question == null) {
            return List.of();
        }
        question.parameters.put("max", max);
        question.parameters.put("first", first);
        return select(question.where, question.parameters, orderBy(order) + " limit :max offset :first");
    }

    long count(PersonId person, Set<Role> roles, Filter filter, Instant now, Instant endOfDay) {
        var question = question(person, roles, filter, now, endOfDay);
        if (question == null) {
            return 0;
        }
        return jdbc.sql("select count(*) from work_item w " + question.where)
                .params(question.parameters)
                .query(Long.class)
                .single();
    }

    private record Question(String where, Map<String, Object> parameters) {}

    /** Null when the answer is empty without asking: the groups of somebody who is in none. */
    private static @Nullable Question question(
            PersonId person, Set<Role> roles, Filter filter, Instant now, Instant endOfDay) {
        var parameters = new HashMap<String, Object>();
        parameters.put("person", person.value());
        var conflictFree =
                " and not exists (select 1 from work_item_exclusion x where x.task_id = w.task_id and x.person_id = :person)";
        var groups = roles.stream().map(Role::groupId).sorted().toList();
        var inMyGroups =
                "w.assignee is null and exists (select 1 from work_item_group g where g.task_id = w.task_id and g.group_id in (:groups))";
        if (!groups.isEmpty()) {
            parameters.put("groups", groups);
        }
        var mineOrOffered =
                groups.isEmpty() ? "w.assignee = :person" : "(w.assignee = :person or (" + inMyGroups + "))";
        return switch (filter) {
            case MINE -> new Question("where w.assignee = :person" + conflictFree, parameters);
            case MY_GROUPS -> groups.isEmpty() ? null : new Question("where " + inMyGroups + conflictFree, parameters);
            case DUE_TODAY -> {
                parameters.put("now", Timestamp.from(now));
                parameters.put("endOfDay", Timestamp.from(endOfDay));
                yield new Question(
                        "where w.due_at >= :now and w.due_at < :endOfDay and " + mineOrOffered + conflictFree,
                        parameters);
            }
            case OVERDUE -> {
                parameters.put("now", Timestamp.from(now));
                yield new Question("where w.due_at < :now and " + mineOrOffered + conflictFree, parameters);
            }
        };
    }

    private static String orderBy(Order order) {
        var direction = order.ascending() ? "asc" : "desc";
        // Steps without a due date come last in both directions, on both databases.
        return switch (order.by()) {
            case DUE ->
                "order by case when w.due_at is null then 1 else 0 end, w.due_at %s, w.task_id".formatted(direction);
            case CREATED -> "order by w.created_at %s, w.task_id".formatted(direction);
            case NAME -> "order by w.element %s, w.created_at, w.task_id".formatted(direction);
        };
    }

    private List<WorkItem> select(String where, Map<String, ?> parameters, String tail) {
        var rows = jdbc.sql("select " + COLUMNS + " from work_item w " + where + " " + tail)
                .params(parameters)
                .query(WorkItemRows::item)
                .list();
        if (rows.isEmpty()) {
            return rows;
        }
        var groups = groupIds(rows.stream().map(WorkItem::taskId).toList());
        var items = new ArrayList<WorkItem>(rows.size());
        for (var row : rows) {
            items.add(new WorkItem(
                    row.taskId(),
                    row.definition(),
                    row.instance(),
                    row.element(),
                    row.matter(),
                    row.item(),
                    row.subject(),
                    row.assignee(),
                    groups.getOrDefault(row.taskId(), Set.of()).stream()
                            .map(Role::ofGroup)
                            .collect(Collectors.toSet()),
                    row.createdAt(),
                    row.dueAt()));
        }
        return items;
    }

    private Map<String, Set<String>> groupIds(Collection<String> tasks) {
        var groups = new HashMap<String, Set<String>>();
        jdbc.sql("select task_id, group_id from work_item_group where task_id in (:tasks)")
                .param("tasks", tasks)
                .query(rs -> {
                    groups.computeIfAbsent(rs.getString(1), key -> new HashSet<>())
                            .add(rs.getString(2));
                });
        return groups;
    }

    private static OpenTask stored(ResultSet rs, int row) throws SQLException {
        var due = rs.getTimestamp(10);
        return new OpenTask(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getString(6),
                rs.getString(8),
                Set.of(),
                rs.getTimestamp(9).toInstant(),
                due == null ? null : due.toInstant());
    }

    private static WorkItem item(ResultSet rs, int row) throws SQLException {
        var assignee = rs.getString(8);
        var due = rs.getTimestamp(10);
        return new WorkItem(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                new BusinessNumber(rs.getString(5)),
                rs.getString(6),
                rs.getString(7),
                assignee == null ? null : new PersonId(assignee),
                Set.of(),
                rs.getTimestamp(9).toInstant(),
                due == null ? null : due.toInstant());
    }
}
