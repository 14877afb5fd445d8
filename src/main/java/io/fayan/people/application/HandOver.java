package io.fayan.people.application;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.people.StepHandedOver;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Claim;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Open steps of somebody who left or is away: to the deputy, else back to their group, else up the reporting line to the
 * first manager without a conflict. Human resources have the last resort: a step is never left with nobody.
 */
@Component
class HandOver {

    private final WorkList workList;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandOver(WorkList workList, People people, ApplicationEventPublisher events, Clock clock) {
        this.workList = workList;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    void of(PersonId person, PersonId by) {
        for (var step : workList.assignedTo(person)) {
            pass(step, person, by);
        }
    }

    private void pass(WorkItem step, PersonId from, PersonId by) {
        var deputy = people.deputyOf(from, people.today());
        if (deputy.isPresent()
                && mayStandIn(deputy.get(), step)
                && workList.assign(step.taskId(), deputy.get()) == Claim.DONE) {
            tell(step, from, deputy.get(), null, by);
            return;
        }
        var group = step.groups().stream().sorted().findFirst();
        if (group.isPresent() && workList.unclaim(from, step.taskId()) == Claim.DONE) {
            tell(step, from, null, group.get(), by);
            return;
        }
        var manager = managerFor(step, from);
        if (manager.isPresent()) {
            tell(step, from, manager.get(), null, by);
        } else {
            workList.offer(step.taskId(), Role.HUMAN_RESOURCES);
            tell(step, from, null, Role.HUMAN_RESOURCES, by);
        }
    }

    /** Nobody hands on a role that the other does not hold: a step of Legal stays with Legal. */
    private boolean mayStandIn(PersonId deputy, WorkItem step) {
        return step.groups().isEmpty()
                || people.find(deputy)
                        .filter(person -> step.groups().stream().anyMatch(person::has))
                        .isPresent();
    }

    private Optional<PersonId> managerFor(WorkItem step, PersonId from) {
        var today = people.today();
        var passed = new HashSet<PersonId>();
        passed.add(from);
        for (var next = people.managerOf(from); next.isPresent() && passed.add(next.get()); ) {
            var manager = next.get();
            var standIn = people.deputyOf(manager, today).orElse(manager);
            if (!standIn.equals(from)
                    && people.find(standIn).filter(Person::active).isPresent()
                    && workList.assign(step.taskId(), standIn) == Claim.DONE) {
                return Optional.of(standIn);
            }
            next = people.managerOf(manager);
        }
        return Optional.empty();
    }

    private void tell(WorkItem step, PersonId from, @Nullable PersonId to, @Nullable Role group, PersonId by) {
        events.publishEvent(new StepHandedOver(step.matter(), step.element(), from, to, group, by, clock.instant()));
    }
}
