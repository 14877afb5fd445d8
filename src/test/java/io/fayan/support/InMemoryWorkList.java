package io.fayan.support;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.web.MatterPage;
import io.fayan.platform.worklist.WorkList;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Open steps of one kind of matter, without an engine behind them: a test opens and closes them. Claims are as in the rows. */
public final class InMemoryWorkList implements WorkList {

    private final People people;
    private final Supplier<MatterPage> owner;
    private final Clock clock;
    private final Map<String, WorkItem> items = new LinkedHashMap<>();
    private final Map<String, Set<PersonId>> excluded = new HashMap<>();
    private int opened;

    /** @param owner says who has a conflict; asked when a step opens, like by the engine's listener */
    public InMemoryWorkList(People people, Supplier<MatterPage> owner, Clock clock) {
        this.people = people;
        this.owner = owner;
        this.clock = clock;
    }

    public WorkItem open(
            BusinessNumber matter,
            String element,
            @Nullable String item,
            @Nullable PersonId assignee,
            Set<Role> groups,
            @Nullable Instant due) {
        var task = "task-" + ++opened;
        excluded.put(task, owner.get().conflicted(matter, element));
        return keep(new WorkItem(
                task,
                "process:1:1",
                "instance",
                element,
                matter,
                item,
                owner.get().subject(matter),
                assignee,
                groups,
                clock.instant(),
                due));
    }

    public void close(String task) {
        items.remove(task);
        excluded.remove(task);
    }

    @Override
    public List<WorkItem> of(BusinessNumber matter) {
        return items.values().stream()
                .filter(item -> item.matter().equals(matter))
                .toList();
    }

    @Override
    public Page list(PersonId person, Filter filter, Order order, int first, int max) {
        throw new UnsupportedOperationException("Lists are a question to the database");
    }

    @Override
    public long count(PersonId person, Filter filter) {
        throw new UnsupportedOperationException("Lists are a question to the database");
    }

    @Override
    public Optional<WorkItem> find(String taskId) {
        return Optional.ofNullable(items.get(taskId));
    }

    @Override
    public List<WorkItem> assignedTo(PersonId person) {
        return items.values().stream()
                .filter(item -> person.equals(item.assignee()))
                .toList();
    }

    @Override
    public boolean mayAct(PersonId person, WorkItem item) {
        if (barred(person, item)) {
            return false;
        }
        return item.assignee() == null ? offered(person, item) : item.assignee().equals(person);
    }

    @Override
    public Claim claim(PersonId person, String taskId) {
        var item = items.get(taskId);
        if (item == null) {
            return Claim.NOT_OPEN;
        }
        if (barred(person, item)) {
            return offered(person, item) ? Claim.CONFLICT : Claim.NOT_YOURS;
        }
        if (person.equals(item.assignee())) {
            return Claim.DONE;
        }
        if (!offered(person, item)) {
            return Claim.NOT_YOURS;
        }
        return item.assignee() == null ? assigned(item, person) : Claim.TAKEN;
    }

    @Override
    public Claim unclaim(PersonId person, String taskId) {
        var item = items.get(taskId);
        if (item == null) {
            return Claim.NOT_OPEN;
        }
        return person.equals(item.assignee()) && !item.groups().isEmpty() ? assigned(item, null) : Claim.NOT_YOURS;
    }

    @Override
    public Claim assign(String taskId, PersonId to) {
        var item = items.get(taskId);
        if (item == null) {
            return Claim.NOT_OPEN;
        }
        return barred(to, item) ? Claim.CONFLICT : assigned(item, to);
    }

    @Override
    public void offer(String taskId, Role group) {
        keep(with(items.get(taskId), null, Set.of(group)));
    }

    @Override
    public void refreshConflicts(BusinessNumber matter) {
        of(matter).forEach(item -> excluded.put(item.taskId(), owner.get().conflicted(matter, item.element())));
    }

    private boolean barred(PersonId person, WorkItem item) {
        return excluded.getOrDefault(item.taskId(), Set.of()).contains(person);
    }

    private boolean offered(PersonId person, WorkItem item) {
        return people.find(person)
                .filter(Person::active)
                .filter(one -> item.groups().stream().anyMatch(one::has))
                .isPresent();
    }

    private Claim assigned(WorkItem item, @Nullable PersonId person) {
        keep(with(item, person, item.groups()));
        return Claim.DONE;
    }

    private static WorkItem with(WorkItem item, @Nullable PersonId assignee, Set<Role> groups) {
        return new WorkItem(
                item.taskId(),
                item.definition(),
                item.instance(),
                item.element(),
                item.matter(),
                item.item(),
                item.subject(),
                assignee,
                groups,
                item.createdAt(),
                item.dueAt());
    }

    private WorkItem keep(WorkItem item) {
        items.put(item.taskId(), item);
        return item;
    }
}
