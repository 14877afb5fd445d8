package io.fayan.speaking;

import io.fayan.kernel.Role;
import java.util.Optional;

/** Who looks at a request: the speaker's line manager, or a group. */
public enum Reviewer {
    LINE_MANAGER,
    COMMUNICATIONS,
    LEGAL,
    INFORMATION_SECURITY,
    PRODUCT,
    FINANCE,
    STRATEGY;

    /** The group that reviews; empty for the line manager, who is one person. */
    public Optional<Role> role() {
        return this == LINE_MANAGER ? Optional.empty() : Optional.of(Role.valueOf(name()));
    }

    /** The step of the deadline table. */
    public String deadline() {
        return "review." + name();
    }
}
