package io.fayan.audit.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fayan.audit.domain.Seal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The seals outside the database, one a line: who cuts the tables' tail does not cut this. */
@Component
public class SealFile {

    /** Longer than any line. */
    private static final int TAIL = 4096;

    private final Path path;
    private final ObjectMapper json = new ObjectMapper();

    SealFile(AuditProperties properties) {
        path = properties.sealFile();
    }

    /**
     * Number of the last seal in it; 0 when there is none.
     *
     * @throws IllegalStateException when its last line is no seal: somebody else wrote there, and nothing is added to that
     */
    long last() {
        if (!Files.exists(path)) {
            return 0;
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var whole = endOfLastWholeLine(file);
            if (whole == 0) {
                return 0;
            }
            var tail = new byte[(int) Math.min(TAIL, whole)];
            file.seek(whole - tail.length);
            file.readFully(tail);
            var lines = new String(tail, StandardCharsets.UTF_8).lines().toList();
            return read(lines.get(lines.size() - 1))
                    .map(Seal::seq)
                    .orElseThrow(() -> new IllegalStateException("The seal file's last line is no seal: " + path));
        } catch (IOException e) {
            throw new UncheckedIOException("The seal file cannot be read: " + path, e);
        }
    }

    /** Adds the seals after the last whole line and waits until the disk has them. */
    void append(List<Seal> seals) {
        var text = new StringBuilder();
        seals.forEach(seal -> text.append(seal.line()).append('\n'));
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (var file = new RandomAccessFile(path.toFile(), "rw")) {
                var whole = endOfLastWholeLine(file);
                file.setLength(whole);
                file.seek(whole);
                file.write(text.toString().getBytes(StandardCharsets.UTF_8));
                file.getFD().sync();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The seal file cannot be written: " + path, e);
        }
    }

    /** Behind the last line break: what follows it was being written when the power went. */
    private static long endOfLastWholeLine(RandomAccessFile file) throws IOException {
        for (var end = file.length(); end > 0; end--) {
            file.seek(end - 1);
            if (file.read() == '\n') {
                return end;
            }
        }
        return 0;
    }

    /** Does the file end in the middle of a line? */
    boolean torn() {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            return endOfLastWholeLine(file) < file.length();
        } catch (IOException e) {
            throw new UncheckedIOException("The seal file cannot be read: " + path, e);
        }
    }

    /** The lines from the first on; none when there is no file. The caller closes it. */
    Optional<BufferedReader> open() {
        try {
            return Files.exists(path) ? Optional.of(Files.newBufferedReader(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The seal file cannot be read: " + path, e);
        }
    }

    /** Empty when the line is no seal. */
    Optional<Seal> read(String line) {
        try {
            var seal = json.readTree(line);
            var read = new Seal(
                    seal.path("seq").asLong(),
                    Instant.parse(seal.path("at").asText()),
                    seal.path("chains").asInt(),
                    seal.path("digest").asText(),
                    seal.path("previous").asText(),
                    seal.path("key").asText(),
                    seal.path("seal").asText());
            return read.line().equals(line) ? Optional.of(read) : Optional.empty();
        } catch (JsonProcessingException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
