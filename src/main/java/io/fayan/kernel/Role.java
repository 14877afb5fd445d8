package io.fayan.kernel;

import java.util.Locale;

/** What a person may be called upon to do. Each role is a group of the engine; being an employee needs none. */
public enum Role {
    COMMUNICATIONS,
    COMMUNICATIONS_LEAD,
    LEGAL,
    INFORMATION_SECURITY,
    PRODUCT,
    FINANCE,
    STRATEGY,
    HUMAN_RESOURCES,
    INVESTIGATOR,
    POLICY_OWNER,
    AUDITOR,
    OPERATIONS,
    ADMINISTRATOR;

    /** The engine's group id, for example {@code information-security}. */
    public String groupId() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no role has this group id */
    public static Role ofGroup(String groupId) {
        return valueOf(groupId.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
