package io.fayan.platform.worklist;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings what happens to the engine's tasks into the work list's rows. Called by the engine's built-in listeners. */
@Component
public class TaskChanges {

    private final WorkItemRows rows;
    private final Matters matters;

    TaskChanges(WorkItemRows rows, Matters matters) {
        this.rows = rows;
        this.matters = matters;
    }

    public void created(OpenTask task) {
        var number = new BusinessNumber(task.matter());
        var owner = matters.owner(number);
        var assignee = task.assignee() == null ? null : new PersonId(task.assignee());
        rows.insert(
                new WorkItem(
                        task.id(),
                        task.definition(),
                        task.instance(),
                        task.element(),
                        number,
                        task.item(),
                        owner.subject(number),
                        assignee,
                        Set.of(),
                        task.created(),
                        task.due()),
                task.groups(),
                owner.conflicted(number, task.element()));
    }

    public void changed(OpenTask task) {
        var known = new HashSet<String>();
        var row = rows.find(task.id());
        if (row.isEmpty()) {
            return;
        }
        row.get().groups().forEach(role -> known.add(role.groupId()));
        rows.update(task.id(), task.assignee(), task.due());
        if (!known.equals(task.groups())) {
            rows.deleteGroups(task.id());
            task.groups().forEach(group -> rows.insertGroup(task.id(), group));
        }
    }

    /** For a row that no longer says what its task says. Since when the step is open and who was reminded stays as it is. */
    void rebuilt(OpenTask task) {
        var number = new BusinessNumber(task.matter());
        var owner = matters.owner(number);
        rows.rewrite(task, owner.subject(number));
        rows.deleteGroups(task.id());
        task.groups().forEach(group -> rows.insertGroup(task.id(), group));
        rows.replaceExclusions(task.id(), owner.conflicted(number, task.element()));
    }

    public void gone(String taskId) {
        rows.delete(taskId);
    }
}
