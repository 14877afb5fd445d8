package io.fayan.platform.frontdoor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every form and action that modules declare, by what it is for. Two for the same thing stop the start. */
@Component
public class HumanSteps {

    private record TaskActionKey(TaskKey task, String name) {}

    private record MatterActionKey(String prefix, String name) {}

    private final Map<TaskKey, TaskForm<?>> taskForms;
    private final Map<String, StartForm<?>> startForms;
    private final Map<TaskActionKey, TaskAction<?>> taskActions;
    private final Map<MatterActionKey, MatterAction<?>> matterActions;

    HumanSteps(
            List<TaskForm<?>> taskForms,
            List<StartForm<?>> startForms,
            List<TaskAction<?>> taskActions,
            List<MatterAction<?>> matterActions) {
        this.taskForms = byKey(taskForms, TaskForm::task);
        this.startForms = byKey(startForms, StartForm::process);
        this.taskActions = byKey(taskActions, action -> new TaskActionKey(action.task(), action.name()));
        this.matterActions = byKey(matterActions, action -> new MatterActionKey(action.prefix(), action.name()));
    }

    private static <K, V> Map<K, V> byKey(Collection<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    /** @throws IllegalStateException when a model has a step that no module handles; a build test rules that out */
    TaskForm<?> form(TaskKey key) {
        return Optional.ofNullable((TaskForm<?>) taskForms.get(key))
                .orElseThrow(() -> new IllegalStateException("No form handles " + key));
    }

    Optional<StartForm<?>> start(String process) {
        return Optional.ofNullable(startForms.get(process));
    }

    /** The processes that a person can start. */
    public List<String> startable() {
        return startForms.keySet().stream().sorted().toList();
    }

    Optional<TaskAction<?>> action(TaskKey task, String name) {
        return Optional.ofNullable(taskActions.get(new TaskActionKey(task, name)));
    }

    Optional<MatterAction<?>> action(String prefix, String name) {
        return Optional.ofNullable(matterActions.get(new MatterActionKey(prefix, name)));
    }
}
