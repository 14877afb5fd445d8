package io.fayan.platform.decisions;

import java.util.Map;

/** The policy's decision tables. Each answer names the rows that led to it. */
public interface Decisions {

    /**
     * Evaluates one table.
     *
     * @param table decision id, equal to the file's stem, for example {@code speaking-reviewers}
     * @param policyVersion version tag of the policy in force for the matter, for example {@code 2026}
     * @param facts inputs: String, Boolean, Integer or Long
     * @throws UnknownTableException when no such table carries that version tag
     */
    Decision evaluate(String table, String policyVersion, Map<String, Object> facts);
}
