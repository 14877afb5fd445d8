package io.fayan.audit.domain;

import io.fayan.audit.domain.BrokenLink.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the seals one by one, remembering only the last. */
public final class SealCheck {

    private final SealKey key;
    private long length;
    private String last = AuditEntry.GENESIS;

    public SealCheck(SealKey key) {
        this.key = key;
    }

    public long length() {
        return length;
    }

    /** The next seal by position, and the digest of the heads that are kept with it. */
    public Optional<BrokenLink> next(Seal seal, String digestOfHeads) {
        var place = length + 1;
        if (seal.seq() != place) {
            return broken(Kind.SEAL_MISSING, place, "seal " + place, "seal " + seal.seq());
        }
        if (!seal.keyId().equals(key.id())) {
            return broken(Kind.SEAL_KEY, place, key.id(), seal.keyId());
        }
        if (!seal.madeWith(key)) {
            return broken(Kind.SEAL_FORGED, place, key.sign(seal.canonical()), seal.seal());
        }
        if (!seal.previous().equals(last)) {
            return broken(Kind.SEAL_MISSING, place, last, seal.previous());
        }
        if (!seal.digest().equals(digestOfHeads)) {
            return broken(Kind.SEAL_CHANGED, place, seal.digest(), digestOfHeads);
        }
        length = place;
        last = seal.seal();
        return Optional.empty();
    }

    /** A head that a seal covers, and the hash that the chain has at that place today. */
    public static Optional<BrokenLink> covers(ChainHead sealed, @Nullable String today) {
        if (today == null) {
            return Optional.of(
                    new BrokenLink(Kind.MISSING, sealed.chain(), sealed.entries(), sealed.head(), "no entry"));
        }
        return today.equals(sealed.head())
                ? Optional.empty()
                : Optional.of(new BrokenLink(Kind.REWRITTEN, sealed.chain(), sealed.entries(), sealed.head(), today));
    }

    /** A line of the seal file, and the seal that the table has under its number. */
    public static Optional<BrokenLink> onFile(Seal line, @Nullable Seal row, SealKey key) {
        if (line.keyId().equals(key.id()) && !line.madeWith(key)) {
            return Optional.of(new BrokenLink(
                    Kind.SEAL_FILE_CHANGED, BrokenLink.SEAL_FILE, line.seq(), key.sign(line.canonical()), line.seal()));
        }
        if (row == null) {
            return Optional.of(new BrokenLink(
                    Kind.SEAL_FILE_AHEAD, BrokenLink.SEAL_FILE, line.seq(), line.seal(), "no such seal"));
        }
        return row.equals(line)
                ? Optional.empty()
                : Optional.of(new BrokenLink(
                        Kind.SEAL_FILE_CHANGED, BrokenLink.SEAL_FILE, line.seq(), row.seal(), line.seal()));
    }

    private Optional<BrokenLink> broken(Kind kind, long seq, String expected, String found) {
        return Optional.of(new BrokenLink(kind, BrokenLink.SEALS, seq, expected, found));
    }
}
