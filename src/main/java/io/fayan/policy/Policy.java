package io.fayan.policy;

import io.fayan.kernel.PersonId;
import io.fayan.platform.frontdoor.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the policy says, in which version, since when, and who knows it. */
public interface Policy {

    /**
     * The version by which an act at that moment is judged. Before the first version came into force there is no other rule
     * to judge by, so the oldest version answers; {@link #known} is false for such a day.
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

    /**
     * Whether the clause, as it was in force on that day, had been made known to the person on that day or before. A clause
     * that was made known in an earlier version counts when not a word of it changed since. Who must know whether it was
     * known <em>before</em> an incident asks for the day before it.
     */
    boolean known(PersonId person, String clause, LocalDate day);

    /** Everything that was made known to these persons, earliest first. */
    List<Knowledge> knowledge(Collection<PersonId> persons);

    /**
     * Records that a version was made known to a person. Idempotent: once recorded in one way it stays as recorded first.
     * The caller has checked that {@code by} may.
     *
     * @param on the day on which the person signed, attested, or passed the course; not in the future
     * @return {@link Outcome.Kept}, or {@link Outcome.Refused} for an unknown person or version or a future day
     */
    Outcome recordKnown(PersonId person, String version, LocalDate on, MadeKnown how, PersonId by);
}
