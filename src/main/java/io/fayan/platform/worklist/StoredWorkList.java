package io.fayan.platform.worklist;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.security.PersonDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredWorkList implements WorkList {

    private final WorkItemRows rows;
    private final EngineTasks engine;
    private final PersonDirectory people;
    private final Matters matters;
    private final WorkingDays calendar;
    private final Clock clock;

    StoredWorkList(
            WorkItemRows rows,
            EngineTasks engine,
            PersonDirectory people,
            Matters matters,
            WorkingDays calendar,
            Clock clock) {
        this.rows = rows;
        this.engine = engine;
        this.people = people;
        this.matters = matters;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> of(BusinessNumber matter) {
        return rows.of(matter);
    }

    @Override
    public Page list(PersonId person, Filter filter, Order order, int first, int max) {
        var roles = roles(person);
        var now = clock.instant();
        var items = rows.list(person, roles, filter, order, now, endOfDay(now), first, max);
        return new Page(items, rows.count(person, roles, filter, now, endOfDay(now)));
    }

    @Override
    public long count(PersonId person, Filter filter) {
        var now = clock.instant();
        return rows.count(person, roles(person), filter, now, endOfDay(now));
    }

    @Override
    public Optional<WorkItem> find(String taskId) {
        return rows.find(taskId);
    }

    @Override
    public List<WorkItem> assignedTo(PersonId person) {
        return rows.assignedTo(person);
    }

    @Override
    public boolean mayAct(PersonId person, WorkItem item) {
        if (rows.excluded(item.taskId(), person)) {
            return false;
        }
        if (item.assignee() != null) {
            return item.assignee().equals(person);
        }
        return offeredTo(person, item);
    }

    @Override
    public Claim claim(PersonId person, String taskId) {
        var item = rows.find(taskId).orElse(null);
        if (item == null) {
            return Claim.NOT_OPEN;
        }
        if (rows.excluded(taskId, person)) {
            return offeredTo(person, item) ? Claim.CONFLICT : Claim.NOT_YOURS;
        }
        if (person.equals(item.assignee())) {
            return Claim.DONE;
        }
        if (!offeredTo(person, item)) {
            return Claim.NOT_YOURS;
        }
        if (item.assignee() != null) {
            return Claim.TAKEN;
        }
        engine.assign(taskId, person);
        return Claim.DONE;
    }

    @Override
    public Claim unclaim(PersonId person, String taskId) {
        var item = rows.find(taskId).orElse(null);
        if (item == null) {
            return Claim.NOT_OPEN;
        }
        // A step that was given to one person has no group to go back to.
        if (!person.equals(item.assignee()) || item.groups().isEmpty()) {
            return Claim.NOT_YOURS;
        }
        engine.assign(taskId, null);
        return Claim.DONE;
    }

    @Override
    public Claim assign(String taskId, PersonId to) {
        if (rows.find(taskId).isEmpty()) {
            return Claim.NOT_OPEN;
        }
        if (rows.excluded(taskId, to)) {
            return Claim.CONFLICT;
        }
        engine.assign(taskId, to);
        return Claim.DONE;
    }

    @Override
    public void offer(String taskId, Role group) {
        engine.offer(taskId, group);
    }

    @Override
    public void refreshConflicts(BusinessNumber matter) {
        var owner = matters.owner(matter);
        rows.of(matter)
                .forEach(item -> rows.replaceExclusions(item.taskId(), owner.conflicted(matter, item.element())));
    }

    private boolean offeredTo(PersonId person, WorkItem item) {
        return roles(person).stream().anyMatch(item.groups()::contains);
    }

    private Set<Role> roles(PersonId person) {
        return people.find(person)
                .filter(PersonDirectory.Entry::active)
                .map(PersonDirectory.Entry::roles)
                .orElse(Set.of());
    }

    private Instant endOfDay(Instant now) {
        return now.atZone(calendar.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(calendar.zone())
                .toInstant();
    }
}
