package io.fayan.platform.files;

import io.fayan.platform.files.Inspection.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip archive read from its directory, within limits. Each part is unpacked once and must be as large as the directory
 * says; parts may not share bytes, which is how a small archive unpacks to a huge one.
 */
final class ZipContainer {

    /** Breaking a limit or the format's rules. */
    static final class NotAcceptable extends Exception {
        final transient Reason reason;

        NotAcceptable(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }
    }

    /** What an archive and the archives in it may unpack to together. */
    static final class Budget {
        private static final int PARTS = 5_000;
        private static final long BYTES = 100L * 1024 * 1024;

        private int parts = PARTS;
        private long bytes = BYTES;

        void take(long size) throws NotAcceptable {
            parts--;
            bytes -= size;
            if (parts < 0 || bytes < 0) {
                throw new NotAcceptable(Reason.BOMB);
            }
        }
    }

    private record Entry(String name, int method, int crc, long packed, long size, int header) {}

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long UNKNOWN = 0xFFFFFFFFL;
    /** Office text packs to a fiftieth at most; what is small may pack better. */
    private static final long RATIO = 150;

    private static final long RATIO_FROM = 1024L * 1024;

    private final byte[] content;
    private final ByteBuffer bytes;
    private final Budget budget;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private ZipContainer(byte[] content, Budget budget) throws NotAcceptable {
        this.content = content;
        this.bytes = buffer(content);
        this.budget = budget;
        var directory = directory(bytes);
        refuseSharedBytes(bytes, directory);
        directory.forEach(entry -> entries.put(entry.name(), entry));
    }

    static boolean begins(byte[] content) {
        return content.length >= 4 && buffer(content).getInt(0) == LOCAL;
    }

    /** @throws NotAcceptable when it is encrypted, damaged, oversized or put together in an unusual way */
    static ZipContainer open(byte[] content, Budget budget) throws NotAcceptable {
        try {
            return new ZipContainer(content, budget);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new NotAcceptable(Reason.DAMAGED);
        }
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** One part unpacked; it counts against the budget. */
    byte[] read(String name) throws NotAcceptable {
        var entry = entries.get(name);
        budget.take(entry.size());
        try {
            return unpacked(content, bytes, entry);
        } catch (IndexOutOfBoundsException | DataFormatException | IllegalArgumentException e) {
            throw new NotAcceptable(Reason.DAMAGED);
        }
    }

    private static List<Entry> directory(ByteBuffer bytes) throws NotAcceptable {
        var end = end(bytes);
        var count = Short.toUnsignedInt(bytes.getShort(end + 10));
        var at = bytes.getInt(end + 16);
        var entries = new ArrayList<Entry>(count);
        var names = new HashSet<String>();
        for (var i = 0; i < count; i++) {
            if (at < 0 || bytes.getInt(at) != CENTRAL) {
                throw new NotAcceptable(Reason.DAMAGED);
            }
            var flags = bytes.getShort(at + 8);
            if ((flags & 0x41) != 0) {
                throw new NotAcceptable(Reason.ENCRYPTED);
            }
            var nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
            var name = new byte[nameLength];
            bytes.get(at + 46, name);
            var entry = new Entry(
                    new String(name, StandardCharsets.UTF_8),
                    bytes.getShort(at + 10),
                    bytes.getInt(at + 16),
                    Integer.toUnsignedLong(bytes.getInt(at + 20)),
                    Integer.toUnsignedLong(bytes.getInt(at + 24)),
                    bytes.getInt(at + 42));
            check(entry, names);
            entries.add(entry);
            at += 46
                    + nameLength
                    + Short.toUnsignedInt(bytes.getShort(at + 30))
                    + Short.toUnsignedInt(bytes.getShort(at + 32));
        }
        if (at != end) {
            throw new NotAcceptable(Reason.DAMAGED);
        }
        return entries;
    }

    private static void check(Entry entry, HashSet<String> names) throws NotAcceptable {
        var name = entry.name();
        var path = Arrays.asList(name.split("/"));
        if (name.isEmpty()
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(0) >= 0
                || path.contains("..")
                || !names.add(name.toLowerCase(Locale.ROOT))) {
            throw new NotAcceptable(Reason.DAMAGED);
        }
        if (entry.size() == UNKNOWN || entry.packed() == UNKNOWN || entry.header() < 0) {
            throw new NotAcceptable(Reason.BOMB);
        }
        if (entry.size() > RATIO_FROM && entry.size() / Math.max(1, entry.packed()) > RATIO) {
            throw new NotAcceptable(Reason.BOMB);
        }
    }

    private static int end(ByteBuffer bytes) throws NotAcceptable {
        var last = bytes.limit() - END_LENGTH;
        for (var at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END && Short.toUnsignedInt(bytes.getShort(at + 20)) == last - at) {
                return at;
            }
        }
        throw new NotAcceptable(Reason.DAMAGED);
    }

    private static void refuseSharedBytes(ByteBuffer bytes, List<Entry> entries) throws NotAcceptable {
        var byPlace =
                entries.stream().sorted(Comparator.comparingInt(Entry::header)).toList();
        var free = 0L;
        for (var entry : byPlace) {
            if (entry.header() < free) {
                throw new NotAcceptable(Reason.BOMB);
            }
            free = data(bytes, entry) + entry.packed();
        }
    }

    private static int data(ByteBuffer bytes, Entry entry) throws NotAcceptable {
        var header = entry.header();
        if (bytes.getInt(header) != LOCAL) {
            throw new NotAcceptable(Reason.DAMAGED);
        }
        if ((bytes.getShort(header + 6) & 0x41) != 0) {
            throw new NotAcceptable(Reason.ENCRYPTED);
        }
        var nameLength = Short.toUnsignedInt(bytes.getShort(header + 26));
        var name = new byte[nameLength];
        bytes.get(header + 30, name);
        if (!new String(name, StandardCharsets.UTF_8).equals(entry.name())) {
            throw new NotAcceptable(Reason.DAMAGED);
        }
        return header + 30 + nameLength + Short.toUnsignedInt(bytes.getShort(header + 28));
    }

    private static byte[] unpacked(byte[] content, ByteBuffer bytes, Entry entry)
            throws NotAcceptable, DataFormatException {
        var from = data(bytes, entry);
        var packed = (int) entry.packed();
        var size = (int) entry.size();
        if (from + (long) packed > content.length) {
            throw new NotAcceptable(Reason.DAMAGED);
        }
        var part =
                switch (entry.method()) {
                    case 0 -> Arrays.copyOfRange(content, from, from + packed);
                    case 8 -> inflated(content, from, packed, size);
                    default -> throw new NotAcceptable(Reason.DAMAGED);
                };
        var crc = new CRC32();
        crc.update(part);
        if (part.length != size || (int) crc.getValue() != entry.crc()) {
            throw new NotAcceptable(Reason.DAMAGED);
        }
        return part;
    }

    private static byte[] inflated(byte[] content, int from, int packed, int size)
            throws DataFormatException, NotAcceptable {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(content, from, packed);
            var part = new byte[size];
            var filled = 0;
            while (filled < size) {
                var more = inflater.inflate(part, filled, size - filled);
                if (more == 0) {
                    throw new NotAcceptable(Reason.DAMAGED);
                }
                filled += more;
            }
            if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
                throw new NotAcceptable(Reason.BOMB);
            }
            return part;
        } finally {
            inflater.end();
        }
    }

    private static ByteBuffer buffer(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
}
