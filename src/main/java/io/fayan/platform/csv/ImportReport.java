package io.fayan.platform.csv;

import java.util.List;

/**
 * What an import did, or in a dry run would do.
 *
 * @param written false after a dry run and whenever there is a problem: an import is all or nothing
 */
public record ImportReport(List<Part> parts, List<CsvProblem> problems, boolean written) {

    public ImportReport {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
        if (written && !problems.isEmpty()) {
            throw new IllegalArgumentException("Nothing is written while there are problems");
        }
    }

    public boolean acceptable() {
        return problems.isEmpty();
    }

    public int created() {
        return parts.stream().mapToInt(Part::created).sum();
    }

    public int changed() {
        return parts.stream().mapToInt(Part::changed).sum();
    }

    public int unchanged() {
        return parts.stream().mapToInt(Part::unchanged).sum();
    }

    public int left() {
        return parts.stream().mapToInt(Part::left).sum();
    }

    /** @param left of the changed ones, those whose time with the company this import ended; 0 for other tables */
    public record Part(String table, int created, int changed, int unchanged, int left) {}
}
