package io.fayan.speaking.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A table for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would take for a formula. */
final class CsvDownload implements AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CSVPrinter printer;

    /** @param name of the file, ASCII, without its ending */
    CsvDownload(HttpServletResponse response, String name, List<String> header) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\uFEFF');
        printer = new CSVPrinter(out, CSVFormat.EXCEL);
        printer.printRecord(header);
    }

    void row(Object... cells) throws IOException {
        for (var cell : cells) {
            printer.print(safe(String.valueOf(cell)));
        }
        printer.println();
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
