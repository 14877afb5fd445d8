package io.fayan.platform.csv;

import io.fayan.platform.frontdoor.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a table, said where it stands.
 *
 * @param table which of the uploaded tables, for example {@code persons}
 * @param line as a text editor counts, the header being 1; 0 when it is about the whole table
 * @param column the header's name; null when it is about the whole line
 * @param reason in the reader's language
 */
public record CsvProblem(String table, int line, @Nullable String column, Refusal reason) {}
