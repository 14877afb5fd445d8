package io.fayan.platform.frontdoor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.Answer.Kind;
import io.fayan.platform.frontdoor.Answer.Refused;
import io.fayan.platform.worklist.Matters;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one path of every human action. Tasklist's own calls, the portal and API clients all end here: the person and the
 * conflict are checked, the fields bound, the use case carried out and the engine moved on, once and in one transaction.
 */
@Service
public class FrontDoor {

    /** Operations has paused the process; not for long, and nobody's fault. */
    static final Refusal PAUSED = Refusal.because("frontdoor.paused");

    private final HumanSteps steps;
    private final Binder binder;
    private final Submissions submissions;
    private final CommandTimes times;
    private final WorkList workList;
    private final Matters matters;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final ObjectMapper canonical;

    FrontDoor(
            HumanSteps steps,
            Binder binder,
            Submissions submissions,
            CommandTimes times,
            WorkList workList,
            Matters matters,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identity,
            ObjectMapper json) {
        this.steps = steps;
        this.binder = binder;
        this.submissions = submissions;
        this.times = times;
        this.workList = workList;
        this.matters = matters;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.canonical = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** Completes a task. */
    public Answer submit(PersonId person, String taskId, String key, Map<String, ?> fields) {
        return once(
                CommandTimes.Kind.COMPLETE,
                person,
                key,
                digest("task/" + taskId, fields),
                () -> onTask(person, taskId, item -> {
                    var form = steps.form(key(item));
                    return carryOut(
                            form.submission(), fields, bound -> submit(form, task(item, person), bound), outcome -> {
                                if (outcome instanceof Outcome.Completed completed) {
                                    as(person, () -> tasks.complete(taskId, completed.facts()));
                                }
                                return new Accepted(item.matter().value(), null);
                            });
                }));
    }

    /** Does something with a task that leaves it open. */
    public Answer act(PersonId person, String taskId, String action, String key, Map<String, ?> fields) {
        return once(
                CommandTimes.Kind.ACT_ON_TASK,
                person,
                key,
                digest("task/" + taskId + "/" + action, fields),
                () -> onTask(person, taskId, item -> paused(item.matter())
                        .or(() -> steps.action(key(item), action)
                                .map(found -> carryOut(
                                        found.submission(),
                                        fields,
                                        bound -> submit(found, task(item, person), bound),
                                        outcome -> new Accepted(item.matter().value(), null))))
                        .orElse(notFound())));
    }

    /** Opens a matter and starts its process. */
    public Answer start(PersonId person, String process, String key, Map<String, ?> fields) {
        var form = steps.start(process);
        if (form.isEmpty()) {
            return notFound();
        }
        var start = form.get();
        return once(
                CommandTimes.Kind.START,
                person,
                key,
                digest("start/" + process, fields),
                () -> carryOut(start.submission(), fields, bound -> submit(start, person, bound), outcome -> {
                    var opened = (Outcome.Opened) outcome;
                    var number = opened.number().value();
                    var instance = as(person, () -> runtime.startProcessInstanceByKey(process, number, opened.facts())
                            .getId());
                    return new Accepted(number, instance);
                }));
    }

    /** Does something with a matter outside its tasks. */
    public Answer act(PersonId person, BusinessNumber matter, String action, String key, Map<String, ?> fields) {
        return once(
                CommandTimes.Kind.ACT_ON_MATTER, person, key, digest("matter/" + matter + "/" + action, fields), () -> {
                    var visible = matters.page(matter).filter(page -> page.visibleTo(person, matter));
                    return visible.flatMap(page -> steps.action(matter.prefix(), action))
                            .map(found -> paused(matter)
                                    .orElseGet(() -> carryOut(
                                            found.submission(),
                                            fields,
                                            bound -> as(
                                                    person, () -> submit(found, new MatterRef(matter, person), bound)),
                                            outcome -> new Accepted(matter.value(), null))))
                            .orElse(notFound());
                });
    }

    /** What a task's form shows; empty when the task is not this person's to see. */
    @Transactional
    public Optional<Object> context(PersonId person, String taskId) {
        return workList.find(taskId)
                .filter(item -> workList.mayAct(person, item))
                .map(item -> steps.form(key(item)).context(task(item, person)));
    }

    /** What a start form shows. */
    @Transactional
    public Optional<Object> startContext(PersonId person, String process) {
        return steps.start(process).map(form -> form.context(person));
    }

    /** The field errors that submitting a task's form would give; nothing is carried out. */
    public List<Refusal> check(PersonId person, String taskId, Map<String, ?> fields) {
        return workList.find(taskId)
                .filter(item -> workList.mayAct(person, item))
                .map(item ->
                        binder.bind(steps.form(key(item)).submission(), fields).refusals())
                .orElseGet(() -> notFound().reasons());
    }

    /** The field errors that submitting a start form would give; nothing is carried out. */
    public List<Refusal> checkStart(String process, Map<String, ?> fields) {
        return steps.start(process)
                .map(form -> binder.bind(form.submission(), fields).refusals())
                .orElseGet(() -> notFound().reasons());
    }

    private Answer once(CommandTimes.Kind kind, PersonId person, String key, Sha256 digest, Supplier<Answer> attempt) {
        return times.measure(kind, () -> submissions.once(person, key, digest, attempt));
    }

    private Answer onTask(PersonId person, String taskId, Function<WorkItem, Answer> action) {
        var item = workList.find(taskId).orElse(null);
        if (item == null || !workList.mayAct(person, item)) {
            return Refused.of(Kind.NOT_FOUND, Refusal.because("frontdoor.taskOver"));
        }
        if (!person.equals(item.assignee())) {
            return Refused.of(Kind.FORBIDDEN, Refusal.because("frontdoor.claimFirst"));
        }
        return action.apply(item);
    }

    /**
     * A paused process hears no message, so an act that sends one is refused before it begins. Completing and starting are
     * refused by the engine itself, see {@link Submissions}.
     */
    private Optional<Answer> paused(BusinessNumber matter) {
        var paused = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(matter.value())
                .suspended()
                .count();
        return paused == 0 ? Optional.empty() : Optional.of(Refused.of(Kind.INVALID, PAUSED));
    }

    private <S extends Record> Answer carryOut(
            Class<S> type, Map<String, ?> fields, Function<Record, Outcome> useCase, Function<Outcome, Answer> onward) {
        var bound = binder.bind(type, fields);
        if (bound.record() == null) {
            return new Refused(Kind.INVALID, bound.refusals());
        }
        var outcome = useCase.apply(bound.record());
        return outcome instanceof Outcome.Refused refused
                ? new Refused(Kind.INVALID, refused.reasons())
                : onward.apply(outcome);
    }

    private static <S extends Record> Outcome submit(TaskForm<S> form, TaskRef task, Record bound) {
        return form.submit(task, form.submission().cast(bound));
    }

    private static <S extends Record> Outcome submit(TaskAction<S> action, TaskRef task, Record bound) {
        return action.submit(task, action.submission().cast(bound));
    }

    private static <S extends Record> Outcome submit(StartForm<S> form, PersonId person, Record bound) {
        return form.submit(person, form.submission().cast(bound));
    }

    private static <S extends Record> Outcome submit(MatterAction<S> action, MatterRef matter, Record bound) {
        return action.submit(matter, action.submission().cast(bound));
    }

    private static TaskKey key(WorkItem item) {
        return new TaskKey(item.process(), item.element());
    }

    private static TaskRef task(WorkItem item, PersonId person) {
        return new TaskRef(item.taskId(), key(item), item.matter(), item.item(), person);
    }

    private static Refused notFound() {
        return Refused.of(Kind.NOT_FOUND, Refusal.because("frontdoor.notFound"));
    }

    private <T> T as(PersonId person, Supplier<T> step) {
        // The engine's own history names who did it.
        identity.setAuthenticatedUserId(person.value());
        try {
            return step.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void as(PersonId person, Runnable step) {
        as(person, () -> {
            step.run();
            return person;
        });
    }

    private Sha256 digest(String target, Map<String, ?> fields) {
        try {
            return Sha256.of(target + "\n" + canonical.writeValueAsString(new TreeMap<>(fields)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Fields came as JSON", e);
        }
    }
}
