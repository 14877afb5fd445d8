package io.fayan.policy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The clause register: what the policy says, in which version, since when. */
public interface Policy {

    /**
     * The version by which an act at that moment is judged. Before the first version came into force there is no other rule
     * to judge by, so the oldest version answers.
     *
     * @return the version's tag, for example {@code 2026}; it names the decision tables too
     */
    String inForce(Instant at);

    /** All versions, newest first, those that come into force later included. */
    List<PolicyVersion> versions(Locale language);

    /** @param id for example {@code 3.1.d}; empty when that version has no such clause, or there is no such version */
    Optional<Clause> clause(String version, String id, Locale language);

    /** The clauses of a version in their order, headings included; empty when there is no such version. */
    List<Clause> clauses(String version, Locale language);
}
