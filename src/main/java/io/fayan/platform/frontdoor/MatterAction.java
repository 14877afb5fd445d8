package io.fayan.platform.frontdoor;

/**
 * Something a person may do with a matter outside a task: withdraw, nudge, revoke. The use case decides who may.
 *
 * @param <S> the submission; its components are the action's fields
 */
public interface MatterAction<S extends Record> {

    /** The two letters of the business numbers it is for. */
    String prefix();

    /** The last part of {@code POST /api/matters/{number}/actions/{name}}, in kebab-case. */
    String name();

    Class<S> submission();

    /** Answers {@link Outcome.Kept} or {@link Outcome.Refused}. */
    Outcome submit(MatterRef matter, S submission);
}
