package io.fayan.platform.files;

import static io.fayan.platform.files.Samples.bytes;
import static io.fayan.platform.files.Samples.docxWith;
import static io.fayan.platform.files.Samples.ole;
import static io.fayan.platform.files.Samples.text;
import static io.fayan.platform.files.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fayan.platform.files.Inspection.Accepted;
import io.fayan.platform.files.Inspection.Reason;
import io.fayan.platform.files.Inspection.Rejected;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentInspectorTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ContentInspector inspector = new ContentInspector();

    static Stream<Arguments> allowed() {
        return Stream.of(
                arguments("a PDF", Samples.PDF, FileType.PDF),
                arguments("a PNG", Samples.PNG, FileType.PNG),
                arguments("a JPEG", Samples.JPEG, FileType.JPEG),
                arguments("a docx", Samples.docx(), FileType.DOCX),
                arguments("an xlsx", Samples.xlsx(), FileType.XLSX),
                arguments("a pptx", Samples.pptx(), FileType.PPTX),
                arguments("a doc", ole("WordDocument", "1Table"), FileType.DOC),
                arguments("an xls", ole("Workbook"), FileType.XLS),
                arguments("an old xls", ole("Book"), FileType.XLS),
                arguments("a ppt", ole("Current User", "PowerPoint Document"), FileType.PPT),
                arguments("a note in UTF-8", text("我们将于三月发布新品。\r\n\t敬请期待"), FileType.TEXT),
                arguments("a note with a byte order mark", text("\uFEFF发言稿"), FileType.TEXT),
                arguments("a note in GB18030", "我们将于三月发布新品，敬请期待。".getBytes(GB18030), FileType.TEXT),
                arguments("a note that looks like a mail", text("Subject: launch\n\nDear all"), FileType.TEXT),
                arguments("a table", text("day,working\n2027-01-01,no\n"), FileType.TEXT),
                arguments("one character", text("a"), FileType.TEXT),
                arguments("a formula", text("if a < b and b > c then a < c"), FileType.TEXT),
                arguments(
                        "a docx with a workbook inside",
                        docxWith("word/embeddings/Microsoft_Excel_Sheet1.xlsx", Samples.xlsx()),
                        FileType.DOCX),
                arguments(
                        "a docx with an old equation inside",
                        docxWith("word/embeddings/oleObject1.bin", ole("Equation Native")),
                        FileType.DOCX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowed")
    void allowed_content_is_told_by_what_it_is(String what, byte[] content, FileType type) {
        assertThat(inspector.inspect(content)).as(what).isEqualTo(new Accepted(type));
    }

    static Stream<Arguments> refused() {
        var macros = new LinkedHashMap<>(Samples.officeParts("word", "wordprocessingml.document"));
        macros.put(
                "[Content_Types].xml", text("<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"));
        var noDocument = new LinkedHashMap<>(Samples.officeParts("word", "wordprocessingml.document"));
        noDocument.remove("word/main.xml");
        return Stream.of(
                arguments("nothing", new byte[0], Reason.EMPTY),
                arguments("too much", new byte[ContentInspector.LARGEST + 1], Reason.SIZE),
                arguments("HTML", text("<!DOCTYPE html><html><body>hello</body></html>"), Reason.TYPE),
                arguments("a bit of HTML", text("hello <script>alert(1)</script>"), Reason.TYPE),
                arguments("SVG", text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), Reason.TYPE),
                arguments("SVG as XML", text("<?xml version=\"1.0\"?><svg/>"), Reason.TYPE),
                arguments("a shell script", text("#!/bin/sh\nrm -rf /\n"), Reason.TYPE),
                arguments("PHP", text("<?php system($_GET['c']);"), Reason.TYPE),
                arguments("RTF", text("{\\rtf1\\ansi hello}"), Reason.TYPE),
                arguments(
                        "a Windows program", bytes('M', 'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF), Reason.TYPE),
                arguments("an ELF program", bytes(0x7F, 'E', 'L', 'F', 2, 1, 1, 0), Reason.TYPE),
                arguments("a GIF", text("GIF89a......"), Reason.TYPE),
                arguments("noise", noise(), Reason.TYPE),
                arguments("text with an escape sequence", text("hello \u001B[31m"), Reason.TYPE),
                arguments("text with a null", bytes('a', 0, 'b'), Reason.TYPE),
                arguments("a plain zip", zip(Map.of("a.txt", text("a"))), Reason.TYPE),
                arguments("an archive that only claims to be a document", zip(noDocument), Reason.TYPE),
                arguments("a jar", zip(Map.of("META-INF/MANIFEST.MF", text("Manifest-Version: 1.0"))), Reason.TYPE),
                arguments("a docm called docx", zip(macros), Reason.ACTIVE),
                arguments("macros in a docx", docxWith("word/vbaProject.bin", ole("VBA")), Reason.ACTIVE),
                arguments("a control in a docx", docxWith("word/activeX/activeX1.xml", text("<ax/>")), Reason.ACTIVE),
                arguments("a program in a docx", docxWith("word/media/setup.EXE", text("MZ")), Reason.ACTIVE),
                arguments(
                        "a packaged program in a docx",
                        docxWith("word/embeddings/oleObject1.bin", ole("\u0001Ole10Native")),
                        Reason.ACTIVE),
                arguments(
                        "macros in a workbook in a docx",
                        docxWith(
                                "word/embeddings/a.xlsx",
                                zip(with(Samples.officeParts("xl", "spreadsheetml.sheet"), "xl/vbaProject.bin"))),
                        Reason.ACTIVE),
                arguments("an archive in a docx", docxWith("word/media/image1.png", Samples.docx()), Reason.BOMB),
                arguments("documents four deep", nested(4), Reason.BOMB),
                arguments(
                        "a part that unpacks to much more",
                        docxWith("word/media/a.bin", new byte[60 << 20]),
                        Reason.BOMB),
                arguments("many parts", manyParts(), Reason.BOMB),
                arguments("parts that share their bytes", sharedBytes(), Reason.BOMB),
                arguments("a part larger than it says", patched(24, -1), Reason.BOMB),
                arguments("a part smaller than it says", patched(24, +1), Reason.DAMAGED),
                arguments("an encrypted part", flagged(), Reason.ENCRYPTED),
                arguments("a path out of the archive", docxWith("word/../../evil", text("x")), Reason.DAMAGED),
                arguments("half an archive", Arrays.copyOf(Samples.docx(), 200), Reason.DAMAGED),
                arguments("an encrypted docx", ole("EncryptionInfo", "EncryptedPackage"), Reason.ENCRYPTED),
                arguments("an encrypted doc", ole(encryptedWord(), "WordDocument"), Reason.ENCRYPTED),
                arguments(
                        "an encrypted xls",
                        ole(bytes(0x09, 0x08, 2, 0, 0, 6, 0x2F, 0, 2, 0, 1, 0), "Workbook"),
                        Reason.ENCRYPTED),
                arguments("macros in a doc", ole("WordDocument", "Macros"), Reason.ACTIVE),
                arguments("macros in an xls", ole("Workbook", "_VBA_PROJECT_CUR"), Reason.ACTIVE),
                arguments("a mail", ole("__properties_version1.0"), Reason.TYPE),
                arguments("half a container", Arrays.copyOf(ole("WordDocument"), 700), Reason.DAMAGED),
                arguments("a container that turns in a ring", ring(), Reason.DAMAGED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void other_content_is_refused_with_its_reason(String what, byte[] content, Reason reason) {
        assertThat(inspector.inspect(content)).as(what).isEqualTo(new Rejected(reason));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_damage_to_a_container_breaks_the_inspection(long seed) {
        var random = new Random(seed);
        for (var sound : List.of(Samples.docx(), ole("WordDocument", "1Table", "Data", "SummaryInformation"))) {
            for (var i = 0; i < 2_000; i++) {
                var damaged = sound.clone();
                for (var hits = random.nextInt(4); hits >= 0; hits--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(inspector.inspect(damaged)).isNotNull();
            }
        }
    }

    @Test
    void every_reason_has_its_message_key() {
        assertThat(Reason.TOO_MANY.message()).isEqualTo("files.refused.tooMany");
        assertThat(Reason.TYPE.message()).isEqualTo("files.refused.type");
    }

    private static byte[] noise() {
        var noise = new byte[3000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static Map<String, byte[]> with(Map<String, byte[]> parts, String part) {
        var more = new LinkedHashMap<>(parts);
        more.put(part, text("x"));
        return more;
    }

    private static byte[] nested(int depth) {
        var document = Samples.docx();
        for (var i = 0; i < depth - 1; i++) {
            document = docxWith("word/embeddings/inner.docx", document);
        }
        return document;
    }

    private static byte[] manyParts() {
        var parts = Samples.officeParts("word", "wordprocessingml.document");
        for (var i = 0; i < 6_000; i++) {
            parts.put("word/part" + i, new byte[0]);
        }
        return zip(parts);
    }

    /** Every entry of the directory points at the first part. */
    private static byte[] sharedBytes() {
        var content = docxWith("word/other.xml", text("<other/>"));
        var archive = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        for (var at : directory(archive)) {
            archive.putInt(at + 42, 0);
        }
        return content;
    }

    private static byte[] patched(int field, int difference) {
        var content = Samples.docx();
        var archive = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        var last = directory(archive).get(2);
        archive.putInt(last + field, archive.getInt(last + field) + difference);
        return content;
    }

    private static byte[] flagged() {
        var content = Samples.docx();
        var archive = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        var first = directory(archive).get(0);
        archive.putShort(first + 8, (short) (archive.getShort(first + 8) | 1));
        return content;
    }

    private static List<Integer> directory(ByteBuffer archive) {
        var places = new java.util.ArrayList<Integer>();
        for (var at = 0; at < archive.limit() - 4; at++) {
            if (archive.getInt(at) == 0x02014b50) {
                places.add(at);
            }
        }
        return places;
    }

    private static byte[] encryptedWord() {
        var block = new byte[12];
        block[11] = 1;
        return block;
    }

    /** The directory's chain of sectors comes back to its own beginning. */
    private static byte[] ring() {
        var content = ole("WordDocument");
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putInt(512 + 4, 1);
        return content;
    }
}
