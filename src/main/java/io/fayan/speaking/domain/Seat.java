package io.fayan.speaking.domain;

import io.fayan.kernel.PersonId;
import io.fayan.speaking.Reviewer;
import org.jspecify.annotations.Nullable;

/** A reviewer that a version needs, and the one person it falls to; null offers it to the group. */
public record Seat(Reviewer reviewer, @Nullable PersonId person) {}
