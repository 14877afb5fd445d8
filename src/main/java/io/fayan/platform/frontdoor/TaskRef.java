package io.fayan.platform.frontdoor;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One open task and who acts on it.
 *
 * @param item the element of a multi-instance step (the process variable {@code item}), for example a review's id
 */
public record TaskRef(String id, TaskKey key, BusinessNumber matter, @Nullable String item, PersonId person) {}
