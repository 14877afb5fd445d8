package io.fayan.audit.application;

import io.fayan.audit.domain.AuditEntry;
import io.fayan.audit.domain.BrokenLink;
import io.fayan.audit.domain.BrokenLink.Kind;
import io.fayan.audit.domain.ChainCheck;
import io.fayan.audit.domain.ChainHead;
import io.fayan.audit.domain.HeadsDigest;
import io.fayan.audit.domain.Seal;
import io.fayan.audit.domain.SealCheck;
import io.fayan.audit.domain.SealKey;
import io.fayan.audit.domain.VerificationReport;
import io.fayan.audit.persistence.AuditRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the whole log again and names the first place that does not fit: chains in their order, then seals, then the seal
 * file. In pages, so its memory does not grow with the log; while others write, so what was added meanwhile is no fault.
 */
@Component
public class AuditVerifier {

    private static final int PAGE = 1000;

    private final AuditRows rows;
    private final SealFile file;
    private final SealKey key;

    AuditVerifier(AuditRows rows, SealFile file, SealKey key) {
        this.rows = rows;
        this.file = file;
        this.key = key;
    }

    /**
     * @param done entries and seals read
     * @param total as counted at the start; more may be done when entries were added meanwhile
     */
    public record Progress(long done, long total) {}

    public VerificationReport verify() {
        return verify(progress -> {});
    }

    /** @param progress told after every page */
    public VerificationReport verify(Consumer<Progress> progress) {
        return new Run(progress).report();
    }

    private final class Run {

        private final Consumer<Progress> progress;
        private final AuditRows.Size size = rows.size();
        private final long sealsAtStart = rows.newestSeal().map(Seal::seq).orElse(0L);
        private long chains;
        private long entries;
        private long seals;
        private long onFile;

        Run(Consumer<Progress> progress) {
            this.progress = progress;
        }

        VerificationReport report() {
            var broken = chains().or(this::seals).or(this::sealFile);
            tell();
            return new VerificationReport(chains, entries, seals, onFile, size.unsealed(), broken);
        }

        private void tell() {
            progress.accept(new Progress(entries + seals, size.entries() + sealsAtStart));
        }

        private Optional<BrokenLink> chains() {
            var heads = new Pages<ChainHead>(last -> rows.chains(last == null ? "" : last.chain(), PAGE));
            var all = new Pages<AuditEntry>(this::entriesAfter);
            for (var head = heads.peek(); head != null; head = heads.peek()) {
                var broken = withoutHead(all, head.chain());
                if (broken.isEmpty()) {
                    broken = chain(all, head);
                }
                if (broken.isPresent()) {
                    return broken;
                }
                heads.take();
            }
            return withoutHead(all, null);
        }

        private List<AuditEntry> entriesAfter(@Nullable AuditEntry last) {
            tell();
            if (last == null) {
                return rows.entriesOfLaterChains("", PAGE);
            }
            var page = rows.entries(last.chain(), last.seq(), PAGE);
            return page.size() == PAGE
                    ? page
                    : Stream.concat(page.stream(), rows.entriesOfLaterChains(last.chain(), PAGE - page.size()).stream())
                            .toList();
        }

        /** Entries before that chain which belong to no chain read. A chain that was opened meanwhile has a head by now. */
        private Optional<BrokenLink> withoutHead(Pages<AuditEntry> all, @Nullable String before) {
            for (var entry = all.peek(); entry != null; entry = all.peek()) {
                if (before != null && entry.chain().compareTo(before) >= 0) {
                    break;
                }
                if (rows.chain(entry.chain()).isEmpty()) {
                    return Optional.of(new BrokenLink(
                            Kind.SURPLUS, entry.chain(), entry.seq(), "no such chain", "entry " + entry.seq()));
                }
                all.take();
            }
            return Optional.empty();
        }

        private Optional<BrokenLink> chain(Pages<AuditEntry> all, ChainHead head) {
            var check = new ChainCheck(head.chain());
            for (var entry = all.peek(); entry != null && entry.chain().equals(head.chain()); entry = all.peek()) {
                var broken = check.next(entry);
                if (broken.isPresent()) {
                    return broken;
                }
                entries++;
                all.take();
            }
            chains++;
            return check.end(head).isEmpty() ? Optional.empty() : settled(check);
        }

        /** Head and entries were read at different times: with a head of now, and the entries up to it. */
        private Optional<BrokenLink> settled(ChainCheck check) {
            var head = rows.chain(check.chain());
            if (head.isEmpty()) {
                return check.end(new ChainHead(check.chain(), 0, AuditEntry.GENESIS));
            }
            while (check.length() < head.get().entries()) {
                var page = rows.entries(check.chain(), check.length(), 1);
                if (page.isEmpty()) {
                    break;
                }
                var broken = check.next(page.get(0));
                if (broken.isPresent()) {
                    return broken;
                }
                entries++;
            }
            return check.end(head.get());
        }

        private Optional<BrokenLink> seals() {
            var check = new SealCheck(key);
            var all = new Pages<Seal>(last -> {
                tell();
                return rows.seals(last == null ? 0 : last.seq(), PAGE);
            });
            for (var seal = all.peek(); seal != null && seal.seq() <= sealsAtStart; seal = all.peek()) {
                var digest = new HeadsDigest();
                Optional<BrokenLink> uncovered = Optional.empty();
                var number = seal.seq();
                var heads = new Pages<AuditRows.SealedHead>(last ->
                        rows.sealedHeads(number, last == null ? "" : last.head().chain(), PAGE));
                for (var head = heads.peek(); head != null; head = heads.peek()) {
                    digest.add(head.head());
                    if (uncovered.isEmpty()) {
                        uncovered =
                                SealCheck.covers(head.head(), head.hashToday().orElse(null));
                    }
                    heads.take();
                }
                var broken = check.next(seal, digest.value());
                if (broken.isPresent() || uncovered.isPresent()) {
                    return broken.isPresent() ? broken : uncovered;
                }
                seals++;
                all.take();
            }
            return rows.headsWithoutSeal(check.length())
                    .map(gone -> new BrokenLink(
                            Kind.SEAL_MISSING, BrokenLink.SEALS, gone, "seal " + gone, "only the heads it covered"));
        }

        private Optional<BrokenLink> sealFile() {
            var lines = file.open();
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            try (var reader = lines.get()) {
                Map<Long, Seal> known = Map.of();
                var number = 0L;
                for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                    number++;
                    var line = file.read(text);
                    if (line.isEmpty()) {
                        if (reader.readLine() == null && file.torn()) {
                            return Optional.empty();
                        }
                        return Optional.of(new BrokenLink(
                                Kind.SEAL_FILE_CHANGED, BrokenLink.SEAL_FILE, number, "a seal", "line " + number));
                    }
                    var seq = line.get().seq();
                    if (!known.containsKey(seq)) {
                        known = rows.seals(seq - 1, PAGE).stream()
                                .collect(Collectors.toMap(Seal::seq, Function.identity()));
                    }
                    var broken = SealCheck.onFile(line.get(), known.get(seq), key);
                    if (broken.isPresent()) {
                        return broken;
                    }
                    onFile++;
                }
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException("The seal file cannot be read", e);
            }
        }
    }
}
