package io.fayan.platform.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the work list with the engine's open tasks. Both are read side by side in the order of their ids, a stretch at a
 * time, so memory does not grow with them. A stretch is one snapshot of both: what a command changes while it is read is
 * seen on both sides or on neither, as the command committed it.
 */
@Component
public class WorkListCheck {

    /** The engine keeps whole seconds on MySQL, rounded. */
    private static final Duration ENGINE_PRECISION = Duration.ofSeconds(1);

    private static final int STRETCH = 500;

    private final OpenTasks engine;
    private final WorkItemRows rows;
    private final TransactionTemplate snapshot;

    WorkListCheck(
            OpenTasks engine,
            WorkItemRows rows,
            PlatformTransactionManager transactions,
            DataSourceProperties database) {
        this.engine = engine;
        this.rows = rows;
        this.snapshot = new TransactionTemplate(transactions);
        // The level at which every statement of a transaction sees one moment of all tables; it locks nothing.
        snapshot.setIsolationLevel(
                DatabaseDriver.fromJdbcUrl(database.determineUrl()) == DatabaseDriver.H2
                        ? TransactionDefinition.ISOLATION_SERIALIZABLE
                        : TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** What a row can say wrongly of its task. */
    public enum Field {
        DEFINITION,
        INSTANCE,
        ELEMENT,
        MATTER,
        ITEM,
        ASSIGNEE,
        GROUPS,
        DUE
    }

    /** One task of which the two do not say the same. */
    public sealed interface Difference {

        String taskId();

        /** The business number: the engine's, or of a row without a task the row's. */
        String matter();

        /** The task is open and nobody sees it. */
        record Missing(String taskId, String matter) implements Difference {}

        /** The task is over and is still shown. */
        record LeftOver(String taskId, String matter) implements Difference {}

        record Differing(String taskId, String matter, Set<Field> fields) implements Difference {
            public Differing {
                fields = Set.copyOf(fields);
            }
        }
    }

    /**
     * @param tasks open in the engine
     * @param differences left over rows included
     */
    public record Result(long tasks, long differences) {
        public boolean equal() {
            return differences == 0;
        }
    }

    /** @param found told of every difference, in the order of the ids and outside any transaction */
    public Result compare(Consumer<Difference> found) {
        return compare(STRETCH, found);
    }

    Result compare(int length, Consumer<Difference> found) {
        var tasks = 0L;
        var differences = 0L;
        for (String behind = ""; behind != null; ) {
            var stretch = stretch(behind, length);
            tasks += stretch.tasks();
            differences += stretch.differences().size();
            stretch.differences().forEach(found);
            behind = stretch.end();
        }
        return new Result(tasks, differences);
    }

    /** @param end the id it reaches to; null when nothing follows */
    private record Stretch(int tasks, List<Difference> differences, @Nullable String end) {}

    private Stretch stretch(String behind, int length) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            var tasks = engine.after(behind, length);
            var items = rows.after(behind, length);
            var end = earlier(end(tasks, length), end(items, length));
            return merge(until(end, tasks), until(end, items), end);
        }));
    }

    /** A full page says nothing of what lies behind its last id; one that is not full reaches to the end. */
    private static @Nullable String end(List<OpenTask> page, int length) {
        return page.size() < length ? null : page.get(length - 1).id();
    }

    private static @Nullable String earlier(@Nullable String one, @Nullable String other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .min(String::compareTo)
                .orElse(null);
    }

    private static List<OpenTask> until(@Nullable String end, List<OpenTask> page) {
        return end == null
                ? page
                : page.stream().filter(one -> one.id().compareTo(end) <= 0).toList();
    }

    private static Stretch merge(List<OpenTask> tasks, List<OpenTask> items, @Nullable String end) {
        var differences = new ArrayList<Difference>();
        var item = 0;
        for (var task : tasks) {
            for (; item < items.size() && items.get(item).id().compareTo(task.id()) < 0; item++) {
                differences.add(leftOver(items.get(item)));
            }
            if (item < items.size() && items.get(item).id().equals(task.id())) {
                var fields = differing(task, items.get(item++));
                if (!fields.isEmpty()) {
                    differences.add(new Difference.Differing(task.id(), task.matter(), fields));
                }
            } else {
                differences.add(new Difference.Missing(task.id(), task.matter()));
            }
        }
        items.subList(item, items.size()).forEach(left -> differences.add(leftOver(left)));
        return new Stretch(tasks.size(), differences, end);
    }

    private static Difference leftOver(OpenTask item) {
        return new Difference.LeftOver(item.id(), item.matter());
    }

    static Set<Field> differing(OpenTask task, OpenTask item) {
        var fields = EnumSet.noneOf(Field.class);
        note(fields, Field.DEFINITION, task.definition(), item.definition());
        note(fields, Field.INSTANCE, task.instance(), item.instance());
        note(fields, Field.ELEMENT, task.element(), item.element());
        note(fields, Field.MATTER, task.matter(), item.matter());
        note(fields, Field.ITEM, task.item(), item.item());
        note(fields, Field.ASSIGNEE, task.assignee(), item.assignee());
        note(fields, Field.GROUPS, task.groups(), item.groups());
        if (!sameTime(task.due(), item.due())) {
            fields.add(Field.DUE);
        }
        return fields;
    }

    private static void note(Set<Field> fields, Field field, @Nullable Object engine, @Nullable Object row) {
        if (!Objects.equals(engine, row)) {
            fields.add(field);
        }
    }

    private static boolean sameTime(@Nullable Instant engine, @Nullable Instant row) {
        return engine == null || row == null
                ? engine == row
                : Duration.between(engine, row).abs().compareTo(ENGINE_PRECISION) < 0;
    }
}
