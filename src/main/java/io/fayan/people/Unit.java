package io.fayan.people;

import io.fayan.kernel.LocalisedName;
import io.fayan.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An organisational unit.
 *
 * @param code the company's own, for example {@code RND-CLD}
 * @param parent code of the unit above; null for the company itself
 */
public record Unit(String code, LocalisedName name, @Nullable String parent, @Nullable PersonId lead) {}
