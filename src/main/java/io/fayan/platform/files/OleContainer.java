package io.fayan.platform.files;

import io.fayan.platform.files.Inspection.Accepted;
import io.fayan.platform.files.Inspection.Reason;
import io.fayan.platform.files.Inspection.Rejected;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The container of the older Office formats (doc, xls, ppt), after Microsoft's [MS-CFB]. Only its directory is read: the
 * names of the streams say which program wrote it and whether it carries macros.
 */
final class OleContainer {

    private static final long SIGNATURE = 0xE11AB1A1E011CFD0L;
    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    /** Streams below this size are kept in another place, together. */
    private static final int SMALL = 4096;

    private static final int LAST_SECTOR = 0xFFFFFFFA;
    private static final Set<String> MACROS = Set.of("VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros", "PROJECTwm");
    private static final Set<String> PROGRAMS = Set.of("\u0001Ole10Native", "\u0001Ole10ItemName", "Package");
    private static final Set<String> ENCRYPTED = Set.of("EncryptedPackage", "EncryptionInfo");

    private record Stream(int firstSector, long size) {}

    private final ByteBuffer bytes;
    private final int sectorSize;
    private final List<Integer> next = new ArrayList<>();
    private final Map<String, Stream> streams = new LinkedHashMap<>();

    private OleContainer(byte[] content) {
        bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        var shift = bytes.getShort(30);
        if (shift != 9 && shift != 12) {
            throw new IllegalArgumentException("Sectors have 512 or 4096 bytes");
        }
        sectorSize = 1 << shift;
        readAllocation();
        readDirectory();
    }

    static boolean begins(byte[] content) {
        return content.length >= HEADER
                && ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong(0) == SIGNATURE;
    }

    static Inspection inspect(byte[] content) {
        try {
            return new OleContainer(content).inspect();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return new Rejected(Reason.DAMAGED);
        }
    }

    /** Does an embedded object bring macros or a packaged program? What cannot be read is taken for one. */
    static boolean runs(byte[] content) {
        try {
            return new OleContainer(content).runs();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return true;
        }
    }

    private Inspection inspect() {
        if (streams.keySet().stream().anyMatch(ENCRYPTED::contains)) {
            return new Rejected(Reason.ENCRYPTED);
        }
        if (runs()) {
            return new Rejected(Reason.ACTIVE);
        }
        var document = streams.get("WordDocument");
        if (document != null) {
            return isEncryptedWord(document) ? new Rejected(Reason.ENCRYPTED) : new Accepted(FileType.DOC);
        }
        var workbook = streams.getOrDefault("Workbook", streams.get("Book"));
        if (workbook != null) {
            return isEncryptedExcel(workbook) ? new Rejected(Reason.ENCRYPTED) : new Accepted(FileType.XLS);
        }
        return streams.containsKey("PowerPoint Document") ? new Accepted(FileType.PPT) : new Rejected(Reason.TYPE);
    }

    private boolean runs() {
        return streams.keySet().stream().anyMatch(name -> MACROS.contains(name) || PROGRAMS.contains(name));
    }

    /** Bit fEncrypted of the file information block. */
    private boolean isEncryptedWord(Stream document) {
        return document.size() >= SMALL && (bytes.getShort(place(document.firstSector()) + 10) & 0x0100) != 0;
    }

    /** A FILEPASS record among the first of the workbook's records. */
    private boolean isEncryptedExcel(Stream workbook) {
        if (workbook.size() < SMALL) {
            return false;
        }
        var at = place(workbook.firstSector());
        var end = at + sectorSize;
        while (at + 4 <= end) {
            if (Short.toUnsignedInt(bytes.getShort(at)) == 0x002F) {
                return true;
            }
            at += 4 + Short.toUnsignedInt(bytes.getShort(at + 2));
        }
        return false;
    }

    private void readAllocation() {
        var tables = new ArrayList<Integer>();
        for (var i = 0; i < 109; i++) {
            addSector(tables, bytes.getInt(76 + 4 * i));
        }
        var seen = new BitSet();
        for (var more = bytes.getInt(68); isSector(more); more = bytes.getInt(place(more) + sectorSize - 4)) {
            visitOnce(seen, more);
            for (var i = 0; i < sectorSize / 4 - 1; i++) {
                addSector(tables, bytes.getInt(place(more) + 4 * i));
            }
        }
        for (var table : tables) {
            for (var i = 0; i < sectorSize / 4; i++) {
                next.add(bytes.getInt(place(table) + 4 * i));
            }
        }
    }

    private void readDirectory() {
        var seen = new BitSet();
        for (var sector = bytes.getInt(48); isSector(sector); sector = next.get(sector)) {
            visitOnce(seen, sector);
            for (var at = place(sector); at < place(sector) + sectorSize; at += ENTRY) {
                var nameLength = Short.toUnsignedInt(bytes.getShort(at + 64));
                if (bytes.get(at + 66) != 0 && nameLength >= 2 && nameLength <= 64) {
                    var name = new byte[nameLength - 2];
                    bytes.get(at, name);
                    streams.put(
                            new String(name, StandardCharsets.UTF_16LE),
                            new Stream(bytes.getInt(at + 116), Integer.toUnsignedLong(bytes.getInt(at + 120))));
                }
            }
        }
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("A container has a directory");
        }
    }

    private static void addSector(List<Integer> sectors, int sector) {
        if (isSector(sector)) {
            sectors.add(sector);
        }
    }

    private static boolean isSector(int sector) {
        return Integer.compareUnsigned(sector, LAST_SECTOR) <= 0;
    }

    private static void visitOnce(BitSet seen, int sector) {
        if (sector < 0 || seen.get(sector)) {
            throw new IllegalArgumentException("A chain of sectors ends");
        }
        seen.set(sector);
    }

    private int place(int sector) {
        var place = (sector + 1L) * sectorSize;
        if (place >= bytes.limit()) {
            throw new IllegalArgumentException("A sector lies within the file");
        }
        return (int) place;
    }
}
