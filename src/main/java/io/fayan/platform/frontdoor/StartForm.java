package io.fayan.platform.frontdoor;

import io.fayan.kernel.PersonId;

/**
 * The form that opens a matter and starts its process.
 *
 * @param <S> the submission; its components are the form's fields, unknown ones are refused
 */
public interface StartForm<S extends Record> {

    String process();

    Class<S> submission();

    /** What the form shows to this person. */
    Object context(PersonId person);

    /** Answers {@link Outcome.Opened} or {@link Outcome.Refused}. */
    Outcome submit(PersonId person, S submission);
}
