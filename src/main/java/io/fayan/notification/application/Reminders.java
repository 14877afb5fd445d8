package io.fayan.notification.application;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.notification.Notifications;
import io.fayan.notification.Notifications.Kind;
import io.fayan.notification.Notifications.Label;
import io.fayan.notification.domain.ReminderPlan;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.worklist.DueSteps;
import io.fayan.platform.worklist.DueSteps.DueStep;
import io.fayan.platform.worklist.DueSteps.Stage;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes over the open steps: reminds at 50 % and 80 % of their time, escalates at 100 %. Safe to run anywhere at any time: a
 * step is taken by one at a time, and every message has its key.
 */
@Component
public class Reminders {

    private static final int BATCH = 50;

    private final DueSteps steps;
    private final Notifications notifications;
    private final People people;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reminders(
            DueSteps steps,
            Notifications notifications,
            People people,
            WorkingDays workingDays,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.steps = steps;
        this.notifications = notifications;
        this.people = people;
        this.workingDays = workingDays;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return how many steps were looked at */
    public int sweep() {
        var looked = 0;
        int batch;
        do {
            batch = transaction.execute(status -> lookAtSome());
            looked += batch;
        } while (batch == BATCH);
        return looked;
    }

    private int lookAtSome() {
        var now = clock.instant();
        var taken = steps.take(now, BATCH);
        taken.forEach(step -> look(step, now));
        return taken.size();
    }

    private void look(DueStep step, Instant now) {
        var item = step.item();
        if (item.dueAt() == null) {
            steps.looked(item.taskId(), null, now, null);
            return;
        }
        var plan = ReminderPlan.between(item.createdAt(), item.dueAt(), workingDays.time());
        var reached = plan.reached(now);
        if (reached != null && (step.reached() == null || step.reached().compareTo(reached) < 0)) {
            tell(step, reached);
        }
        steps.looked(item.taskId(), reached, now, plan.next(now));
    }

    private void tell(DueStep step, Stage stage) {
        var item = step.item();
        var responsible = responsible(step);
        for (var person : responsible) {
            switch (stage) {
                case HALF -> tell(person, Kind.REMINDER, "notification.step.half", item, stage, null);
                case LATE -> tell(person, Kind.REMINDER, "notification.step.late", item, stage, null);
                case OVERDUE -> tell(person, Kind.ESCALATION, "notification.step.overdue", item, stage, null);
            }
        }
        if (stage == Stage.OVERDUE) {
            for (var person : above(step, responsible)) {
                var key = item.assignee() == null ? "notification.step.unclaimed" : "notification.step.escalated";
                tell(person, Kind.ESCALATION, key, item, stage, item.assignee());
            }
        }
    }

    private void tell(PersonId to, Kind kind, String key, WorkItem item, Stage stage, @Nullable PersonId assignee) {
        var step = new Label(item.process() + "." + item.element());
        var arguments = assignee == null ? List.of(step, item.dueAt()) : List.of(step, item.dueAt(), assignee);
        notifications.tell(to, kind, item.matter(), key, arguments, "step." + stage + ":" + item.taskId());
    }

    /** Who can do the step now: whom it is assigned to, else everybody it is offered to. */
    private Set<PersonId> responsible(DueStep step) {
        var item = step.item();
        return item.assignee() != null
                ? without(step.excluded(), List.of(item.assignee()))
                : without(
                        step.excluded(),
                        item.groups().stream()
                                .flatMap(group -> people.holders(group).stream())
                                .toList());
    }

    /** Who has to see to it: the assignee's manager, else those who lead communications. */
    private Set<PersonId> above(DueStep step, Set<PersonId> responsible) {
        var above = Optional.ofNullable(step.item().assignee())
                .flatMap(people::managerOf)
                .flatMap(people::find)
                .filter(Person::active)
                .map(manager -> without(step.excluded(), List.of(manager.id())))
                .filter(managers -> !managers.isEmpty())
                .orElseGet(() -> without(step.excluded(), people.holders(Role.COMMUNICATIONS_LEAD)));
        above.removeAll(responsible);
        return above;
    }

    private static Set<PersonId> without(Set<PersonId> excluded, Collection<PersonId> persons) {
        var rest = new TreeSet<>(persons);
        rest.removeAll(excluded);
        return rest;
    }
}
