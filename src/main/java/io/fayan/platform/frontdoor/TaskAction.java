package io.fayan.platform.frontdoor;

/**
 * Something a person may do with an open task besides completing it: hand over, ask, add a reviewer.
 *
 * @param <S> the submission; its components are the action's fields
 */
public interface TaskAction<S extends Record> {

    TaskKey task();

    /** The last part of {@code POST /api/tasks/{id}/actions/{name}}, in kebab-case. */
    String name();

    Class<S> submission();

    /** Answers {@link Outcome.Kept} or {@link Outcome.Refused}. */
    Outcome submit(TaskRef task, S submission);
}
