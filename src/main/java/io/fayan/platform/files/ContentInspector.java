package io.fayan.platform.files;

import io.fayan.platform.files.Inspection.Accepted;
import io.fayan.platform.files.Inspection.Reason;
import io.fayan.platform.files.Inspection.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Says by its content what a file is; the name and what the browser claims count for nothing. Containers are opened with
 * limits, because their signature alone does not tell a letter from a program.
 */
final class ContentInspector {

    static final int LARGEST = 10 * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");
    /** What a browser or a shell would run, near the beginning of what calls itself text. */
    private static final Pattern MARKUP_OR_SCRIPT = Pattern.compile(
            "^\\s*(#!|<\\?(xml|php)|<!doctype|<!--)|<(html|head|body|script|svg|iframe|object|embed|img|meta|style)[\\s>/]",
            Pattern.CASE_INSENSITIVE);

    private static final int LOOKED_AT = 4096;

    private final Detector magic = MimeTypes.getDefaultMimeTypes();

    Inspection inspect(byte[] content) {
        if (content.length == 0) {
            return new Rejected(Reason.EMPTY);
        }
        if (content.length > LARGEST) {
            return new Rejected(Reason.SIZE);
        }
        if (OleContainer.begins(content)) {
            return OleContainer.inspect(content);
        }
        if (ZipContainer.begins(content)) {
            return OfficePackage.inspect(content);
        }
        return switch (detected(content)) {
            case "application/pdf" -> new Accepted(FileType.PDF);
            case "image/png" -> new Accepted(FileType.PNG);
            case "image/jpeg" -> new Accepted(FileType.JPEG);
            // Tika takes GB18030 for binary, and a note that begins with "Subject:" for a mail.
            case "text/plain", "application/octet-stream", "message/rfc822" -> text(content);
            default -> new Rejected(Reason.TYPE);
        };
    }

    private String detected(byte[] content) {
        try {
            return magic.detect(new ByteArrayInputStream(content), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can be read", e);
        }
    }

    private static Inspection text(byte[] content) {
        var text = decoded(content, StandardCharsets.UTF_8)
                .or(() -> decoded(content, GB18030))
                .filter(ContentInspector::isText);
        if (text.isEmpty()) {
            return new Rejected(Reason.TYPE);
        }
        var beginning = text.get().substring(0, Math.min(LOOKED_AT, text.get().length()));
        return MARKUP_OR_SCRIPT.matcher(beginning).find() ? new Rejected(Reason.TYPE) : new Accepted(FileType.TEXT);
    }

    private static Optional<String> decoded(byte[] content, Charset charset) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isText(String text) {
        return text.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\t' || c == '\n' || c == '\r' || c == '\f';
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        });
    }
}
