package io.fayan.policy;

import io.fayan.kernel.Sha256;

/**
 * One clause in one language.
 *
 * @param id the spine of the product: tables, models, tests and pages cite it, for example {@code 3.1.d}
 * @param heading true for a title that only groups the clauses below it
 * @param text empty for a heading
 * @param hash of the clause's texts in all languages: equal in two versions when nothing of it changed
 */
public record Clause(String version, String id, boolean heading, String title, String text, Sha256 hash) {

    /** How deep the clause stands: 1 for {@code 3}, 3 for {@code 3.1.d}. */
    public int depth() {
        return id.split("\\.").length;
    }
}
