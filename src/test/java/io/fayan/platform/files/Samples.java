package io.fayan.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of every kind, honest and not. */
final class Samples {

    static final byte[] PDF = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] PNG = bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R');
    static final byte[] JPEG = bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0);

    private Samples() {}

    static byte[] docx() {
        return zip(officeParts("word", "wordprocessingml.document"));
    }

    static byte[] xlsx() {
        return zip(officeParts("xl", "spreadsheetml.sheet"));
    }

    static byte[] pptx() {
        return zip(officeParts("ppt", "presentationml.presentation"));
    }

    static byte[] docxWith(String part, byte[] content) {
        var parts = officeParts("word", "wordprocessingml.document");
        parts.put(part, content);
        return zip(parts);
    }

    static Map<String, byte[]> officeParts(String folder, String main) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                ("<Types><Override PartName=\"/" + folder
                                + "/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument." + main
                                + ".main+xml\"/></Types>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put("_rels/.rels", "<Relationships/>".getBytes(StandardCharsets.UTF_8));
        parts.put(folder + "/main.xml", "<w:document/>".getBytes(StandardCharsets.UTF_8));
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A container of 512-byte sectors: allocation table, directory, and one sector of content for every stream. */
    static byte[] ole(String... streams) {
        return ole(new byte[0], streams);
    }

    static byte[] ole(byte[] contentOfLast, String... streams) {
        var file = ByteBuffer.allocate(512 * (3 + streams.length / 4 + 1)).order(ByteOrder.LITTLE_ENDIAN);
        var directorySectors = streams.length / 4 + 1;
        var contentSector = 1 + directorySectors;
        file.putLong(0, 0xE11AB1A1E011CFD0L).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
        file.putShort(30, (short) 9)
                .putShort(32, (short) 6)
                .putInt(44, 1)
                .putInt(48, 1)
                .putInt(56, 4096);
        file.putInt(60, -2).putInt(68, -2).putInt(76, 0);
        for (var i = 1; i < 109; i++) {
            file.putInt(76 + 4 * i, -1);
        }
        for (var i = 0; i < 128; i++) {
            file.putInt(512 + 4 * i, -1);
        }
        file.putInt(512, -3);
        for (var i = 0; i < directorySectors; i++) {
            file.putInt(512 + 4 * (1 + i), i == directorySectors - 1 ? -2 : 2 + i);
        }
        file.putInt(512 + 4 * contentSector, -2);
        entry(file, 1024, "Root Entry", 5, -2, 0);
        for (var i = 0; i < streams.length; i++) {
            entry(file, 1024 + 128 * (i + 1), streams[i], 2, contentSector, 4096);
        }
        file.put(512 * (contentSector + 1), contentOfLast);
        return file.array();
    }

    private static void entry(ByteBuffer file, int at, String name, int kind, int sector, int size) {
        var encoded = name.getBytes(StandardCharsets.UTF_16LE);
        file.put(at, encoded).putShort(at + 64, (short) (encoded.length + 2)).put(at + 66, (byte) kind);
        file.putInt(at + 116, sector).putInt(at + 120, size);
    }

    static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(List<byte[]> pieces) {
        var all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
