package io.fayan.platform.web;

import io.fayan.platform.csv.CsvProblem;
import io.fayan.platform.csv.ImportReport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/** What the pages that take CSV files have in common; see {@code fragments/import-report}. */
@Component
public class ImportPage {

    /** Enough to mend a file by; the count says how many there are. */
    private static final int PROBLEMS_SHOWN = 100;

    private final Texts texts;

    ImportPage(Texts texts) {
        this.texts = texts;
    }

    /** A problem in the reader's language. */
    public record Problem(String table, int line, @Nullable String column, String reason) {}

    /** @return null when no file was chosen */
    public static byte @Nullable [] content(@Nullable MultipartFile file) throws IOException {
        return file == null || file.isEmpty() ? null : file.getBytes();
    }

    public void show(ImportReport report, Model model) {
        model.addAttribute("report", report);
        model.addAttribute(
                "problems",
                report.problems().stream()
                        .limit(PROBLEMS_SHOWN)
                        .map(this::problem)
                        .toList());
    }

    private Problem problem(CsvProblem problem) {
        return new Problem(problem.table(), problem.line(), problem.column(), texts.say(problem.reason()));
    }
}
