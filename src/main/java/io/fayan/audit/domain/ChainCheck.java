package io.fayan.audit.domain;

import io.fayan.audit.domain.BrokenLink.Kind;
import java.util.Optional;

/** Follows one chain entry by entry, remembering only its head. */
public final class ChainCheck {

    /** How far from its place a moved entry is still recognised. */
    private static final int REACH = 50;

    private final String chain;
    private long length;
    private String head = AuditEntry.GENESIS;

    public ChainCheck(String chain) {
        this.chain = chain;
    }

    public String chain() {
        return chain;
    }

    public long length() {
        return length;
    }

    /** The next entry by position; the broken link when it does not follow the ones before. */
    public Optional<BrokenLink> next(AuditEntry entry) {
        var place = length + 1;
        if (entry.seq() != place) {
            return broken(Kind.MISSING, place, "entry " + place, "entry " + entry.seq());
        }
        var computed = entry.computedHash(place);
        if (!computed.equals(entry.hash())) {
            for (var other = Math.max(1, place - REACH); other <= place + REACH; other++) {
                if (entry.computedHash(other).equals(entry.hash())) {
                    return broken(Kind.REORDERED, place, "entry " + place, "entry " + other);
                }
            }
            return broken(Kind.CHANGED, place, computed, entry.hash());
        }
        if (!entry.previous().equals(head)) {
            return broken(Kind.REPLACED, place, head, entry.previous());
        }
        length = place;
        head = entry.hash();
        return Optional.empty();
    }

    /** After the last entry: does the chain end where its head row says? */
    public Optional<BrokenLink> end(ChainHead row) {
        if (length < row.entries()) {
            return broken(Kind.MISSING, length + 1, "entry " + (length + 1) + " of " + row.entries(), "the end");
        }
        if (length > row.entries()) {
            return broken(Kind.SURPLUS, row.entries() + 1, "the end", "entry " + (row.entries() + 1));
        }
        if (!head.equals(row.head())) {
            return broken(Kind.HEAD_CHANGED, length, head, row.head());
        }
        return Optional.empty();
    }

    private Optional<BrokenLink> broken(Kind kind, long seq, String expected, String found) {
        return Optional.of(new BrokenLink(kind, chain, seq, expected, found));
    }
}
