package io.fayan.platform.files;

import io.fayan.platform.files.Inspection.Accepted;
import io.fayan.platform.files.Inspection.Reason;
import io.fayan.platform.files.Inspection.Rejected;
import io.fayan.platform.files.ZipContainer.Budget;
import io.fayan.platform.files.ZipContainer.NotAcceptable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A zip archive that must be an Office document (docx, xlsx, pptx) without anything that runs. */
final class OfficePackage {

    /** A presentation holds the workbooks of its charts, and these again may hold a document; no deeper. */
    private static final int DEEPEST = 2;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final Pattern EMBEDDED_DOCUMENT =
            Pattern.compile("(word|xl|ppt)/embeddings/[^/]+\\.(docx|xlsx|pptx)");
    private static final Pattern RUNS =
            Pattern.compile(".*\\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|class|sh|lnk|html?|svg)"
                    + "|.*/?vbaproject\\.bin|.*/activex/.*|.*/macrosheets/.*|.*/vbadata\\.xml");

    private OfficePackage() {}

    static Inspection inspect(byte[] content) {
        try {
            return new Accepted(typeOf(content, new Budget(), 0));
        } catch (NotAcceptable e) {
            return new Rejected(e.reason);
        }
    }

    private static FileType typeOf(byte[] content, Budget budget, int depth) throws NotAcceptable {
        var parts = ZipContainer.open(content, budget);
        var type = declared(parts).orElseThrow(() -> new NotAcceptable(Reason.TYPE));
        for (var part : parts.names()) {
            var name = part.toLowerCase(Locale.ROOT);
            if (RUNS.matcher(name).matches()) {
                throw new NotAcceptable(Reason.ACTIVE);
            }
            var unpacked = parts.read(part);
            if (ZipContainer.begins(unpacked)) {
                if (depth == DEEPEST || !EMBEDDED_DOCUMENT.matcher(name).matches()) {
                    throw new NotAcceptable(Reason.BOMB);
                }
                typeOf(unpacked, budget, depth + 1);
            } else if (OleContainer.begins(unpacked) && OleContainer.runs(unpacked)) {
                throw new NotAcceptable(Reason.ACTIVE);
            }
        }
        return type;
    }

    private static Optional<FileType> declared(ZipContainer parts) throws NotAcceptable {
        var names = parts.names();
        if (!names.contains(CONTENT_TYPES)) {
            return Optional.empty();
        }
        var declared = new String(parts.read(CONTENT_TYPES), StandardCharsets.UTF_8);
        if (declared.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw new NotAcceptable(Reason.ACTIVE);
        }
        if (is(declared, "wordprocessingml.document", names, "word/")) {
            return Optional.of(FileType.DOCX);
        }
        if (is(declared, "spreadsheetml.sheet", names, "xl/")) {
            return Optional.of(FileType.XLSX);
        }
        return is(declared, "presentationml.presentation", names, "ppt/")
                ? Optional.of(FileType.PPTX)
                : Optional.empty();
    }

    private static boolean is(String declared, String main, List<String> names, String folder) {
        return declared.contains("application/vnd.openxmlformats-officedocument." + main + ".main+xml")
                && names.stream().anyMatch(name -> name.startsWith(folder));
    }
}
