package io.fayan.platform.frontdoor;

/**
 * Everything about one human step: what its form shows, what it may submit, what happens then. Implementations live in a
 * module's {@code engine} package and call one use case.
 *
 * @param <S> the submission; its components are the form's fields, unknown ones are refused
 */
public interface TaskForm<S extends Record> {

    TaskKey task();

    Class<S> submission();

    /** What the form shows. Called only for somebody who may see the task. */
    Object context(TaskRef task);

    /** Answers {@link Outcome.Completed}, {@link Outcome.Kept} or {@link Outcome.Refused}. */
    Outcome submit(TaskRef task, S submission);
}
