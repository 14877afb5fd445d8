package io.fayan.policy;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.time.LocalDate;

/**
 * A version that was made known to a person.
 *
 * @param textHash of the text as it was then
 */
public record Knowledge(PersonId person, String version, Sha256 textHash, LocalDate on, MadeKnown how) {}
