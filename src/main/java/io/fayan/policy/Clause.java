package io.fayan.policy;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.time.Instant;
import java.util.List;

/**
 * One clause in one language.
 *
 * @param id the spine of the product: tables, models, tests and pages cite it, for example {@code 3.1.d}
 * @param heading true for a title that only groups the clauses below it
 * @param text empty for a heading
 * @param hash of the clause's texts in all languages: equal in two versions when nothing of it changed
 * @param notes how the company reads it, oldest first; shown wherever the clause is cited (clause 8.2)
 */
public record Clause(
        String version, String id, boolean heading, String title, String text, Sha256 hash, List<Note> notes) {

    public Clause {
        notes = List.copyOf(notes);
    }

    /** How deep the clause stands: 1 for {@code 3}, 3 for {@code 3.1.d}. */
    public int depth() {
        return id.split("\\.").length;
    }

    public record Note(PersonId author, Instant at, String text) {}
}
