package io.fayan.platform.csv;

import io.fayan.platform.frontdoor.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * One table: a header line with exactly the columns expected, in any order, then rows. UTF-8, with or without a byte order
 * mark; cells are stripped; empty lines do not count. Collects problems instead of throwing, so that people see all of them
 * at once.
 */
public final class CsvTable {

    private final String name;
    private final List<Row> rows;
    private final List<CsvProblem> problems;

    private CsvTable(String name, List<Row> rows, List<CsvProblem> problems) {
        this.name = name;
        this.rows = rows;
        this.problems = problems;
    }

    /**
     * @param name how problems call the table
     * @param content the file as uploaded
     * @param columns the header; a missing, unknown or repeated column is a problem and leaves no rows
     */
    public static CsvTable read(String name, byte[] content, List<String> columns) {
        var table = new CsvTable(name, new ArrayList<>(), new ArrayList<>());
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return table.refused(0, "csv.notUtf8");
        }
        try {
            table.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, columns);
        } catch (IOException | UncheckedIOException e) {
            return table.refused(0, "csv.unreadable");
        }
        return table;
    }

    private void parse(String text, List<String> columns) throws IOException {
        var format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (var parser = format.parse(new StringReader(text))) {
            Map<String, Integer> header = null;
            var line = 1;
            for (CSVRecord fields : parser) {
                var here = line;
                line = (int) parser.getCurrentLineNumber() + 1;
                if (fields.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (header == null) {
                    header = header(fields, here, columns);
                    if (!problems.isEmpty()) {
                        return;
                    }
                } else if (fields.size() != header.size()) {
                    refused(here, "csv.cells", fields.size(), header.size());
                } else {
                    var cells = new HashMap<String, String>();
                    header.forEach(
                            (column, at) -> cells.put(column, fields.get(at).strip()));
                    rows.add(new Row(this, here, Map.copyOf(cells)));
                }
            }
            if (header == null) {
                refused(0, "csv.empty");
            }
        }
    }

    private Map<String, Integer> header(CSVRecord fields, int line, List<String> columns) {
        var header = new HashMap<String, Integer>();
        for (var i = 0; i < fields.size(); i++) {
            var column = fields.get(i).strip();
            if (!columns.contains(column)) {
                problems.add(new CsvProblem(name, line, column, Refusal.because("csv.unknownColumn")));
            } else if (header.put(column, i) != null) {
                problems.add(new CsvProblem(name, line, column, Refusal.because("csv.repeatedColumn")));
            }
        }
        columns.stream()
                .filter(column -> !header.containsKey(column))
                .forEach(column ->
                        problems.add(new CsvProblem(name, line, column, Refusal.because("csv.missingColumn"))));
        return header;
    }

    private CsvTable refused(int line, String message, Object... arguments) {
        problems.add(new CsvProblem(name, line, null, Refusal.because(message, arguments)));
        return this;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** What was found so far, in line order. */
    public List<CsvProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(CsvProblem::line))
                .toList();
    }

    /** One line's cells; a cell that was left empty is the empty string. */
    public static final class Row {

        private final CsvTable table;
        private final int line;
        private final Map<String, String> cells;

        private Row(CsvTable table, int line, Map<String, String> cells) {
            this.table = table;
            this.line = line;
            this.cells = cells;
        }

        /** @throws IllegalArgumentException when the table was not read with that column */
        public String get(String column) {
            var cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("The table has no column " + column);
            }
            return cell;
        }

        public int line() {
            return line;
        }

        /** Notes what is wrong with a cell. */
        public void refuse(String column, String message, Object... arguments) {
            table.problems.add(new CsvProblem(table.name, line, column, Refusal.because(message, arguments)));
        }

        /** How many problems the table has so far: unchanged after reading a line means the line is right. */
        public int problems() {
            return table.problems.size();
        }

        /** The cell; an empty or too long one is noted and answered as it is. */
        public String required(String column, int longest) {
            var cell = get(column);
            if (cell.isEmpty()) {
                refuse(column, "csv.required");
            }
            return optional(column, longest);
        }

        public String optional(String column, int longest) {
            var cell = get(column);
            if (cell.length() > longest) {
                refuse(column, "csv.tooLong", longest);
            }
            return cell;
        }
    }
}
