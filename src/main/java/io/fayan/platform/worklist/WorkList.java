package io.fayan.platform.worklist;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every open human step: who may act on it, since when, due when. Rows are kept by built-in task listeners in the engine's
 * own transaction. Lists never show a step to somebody who has a conflict in its matter.
 */
public interface WorkList {

    /** Open steps of a matter, oldest first; for the matter's page, not filtered by person. */
    List<WorkItem> of(BusinessNumber matter);

    /** One page of what this person may act on. */
    Page list(PersonId person, Filter filter, Order order, int first, int max);

    long count(PersonId person, Filter filter);

    Optional<WorkItem> find(String taskId);

    /** Open steps assigned to a person, for hand-over when the person leaves or is absent. */
    List<WorkItem> assignedTo(PersonId person);

    /** May this person see and claim or complete the step? False for anybody with a conflict. */
    boolean mayAct(PersonId person, WorkItem item);

    /** What happened to a claim. */
    Claim claim(PersonId person, String taskId);

    Claim unclaim(PersonId person, String taskId);

    /** Gives the step to somebody else; the caller has checked that this is allowed. Refused on a conflict. */
    Claim assign(String taskId, PersonId to);

    /** Gives the step back to its group or to another one. */
    void offer(String taskId, Role group);

    /** Persons excluded from every open step of the matter are taken anew from its {@code MatterPage}. */
    void refreshConflicts(BusinessNumber matter);

    enum Filter {
        MINE,
        MY_GROUPS,
        DUE_TODAY,
        OVERDUE
    }

    enum Claim {
        DONE,
        NOT_OPEN,
        NOT_YOURS,
        TAKEN,
        CONFLICT
    }

    record Order(By by, boolean ascending) {
        public enum By {
            DUE,
            CREATED,
            NAME
        }
    }

    record Page(List<WorkItem> items, long total) {}

    /**
     * @param definition the engine's id of the process definition
     * @param instance the engine's id of the process instance
     * @param item the element of a multi-instance step
     * @param subject the matter's subject line
     */
    record WorkItem(
            String taskId,
            String definition,
            String instance,
            String element,
            BusinessNumber matter,
            @Nullable String item,
            String subject,
            @Nullable PersonId assignee,
            Set<Role> groups,
            Instant createdAt,
            @Nullable Instant dueAt) {

        public WorkItem {
            groups = Set.copyOf(groups);
        }

        /** The model's id. */
        public String process() {
            return definition.substring(0, definition.indexOf(':'));
        }
    }
}
