package io.fayan.platform.worklist;

import io.fayan.platform.worklist.WorkListCheck.Difference;
import io.fayan.platform.worklist.WorkListCheck.Result;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the rows of differing tasks anew from the engine, each in a transaction that holds both against everybody else. */
@Component
public class WorkListRepair {

    private static final Logger LOG = LoggerFactory.getLogger(WorkListRepair.class);
    private static final int ATTEMPTS = 5;

    private final WorkListCheck check;
    private final OpenTasks engine;
    private final WorkItemRows rows;
    private final TaskChanges changes;
    private final TransactionTemplate transaction;

    WorkListRepair(
            WorkListCheck check,
            OpenTasks engine,
            WorkItemRows rows,
            TaskChanges changes,
            PlatformTransactionManager transactions) {
        this.check = check;
        this.engine = engine;
        this.rows = rows;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param found told of every difference before it is mended
     * @return what could not be mended; the log says why
     */
    public Result repair(Consumer<Difference> found) {
        var left = new AtomicLong();
        var result = check.compare(difference -> {
            found.accept(difference);
            if (!mended(difference.taskId())) {
                left.incrementAndGet();
            }
        });
        return new Result(result.tasks(), left.get());
    }

    private boolean mended(String taskId) {
        for (var attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> mend(taskId));
                return true;
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    LOG.error("The row of task {} is never free to be made anew", taskId);
                    return false;
                }
            } catch (RuntimeException e) {
                LOG.error("The row of task {} cannot be made anew", taskId, e);
                return false;
            }
        }
    }

    /** Locks in the order in which the engine's listeners do: the row first, then the task. */
    private void mend(String taskId) {
        var row = rows.lock(taskId);
        var task = engine.hold(taskId);
        if (task.isEmpty()) {
            rows.delete(taskId);
        } else if (row.isEmpty()) {
            // Groups may have stayed behind without their row.
            rows.delete(taskId);
            changes.created(task.get());
        } else if (!WorkListCheck.differing(task.get(), row.get()).isEmpty()) {
            changes.rebuilt(task.get());
        }
    }
}
