package io.fayan.audit.domain;

import java.time.Instant;

/**
 * One seal over the heads of all chains that changed since the seal before it.
 *
 * @param seq position among the seals, from 1
 * @param chains how many heads it covers
 * @param digest over those heads, see {@link HeadsDigest}
 * @param previous the seal before it; {@link AuditEntry#GENESIS} for the first
 * @param keyId names the key
 * @param seal HMAC over the canonical JSON of all the other fields
 */
public record Seal(long seq, Instant at, int chains, String digest, String previous, String keyId, String seal) {

    public static Seal after(long seq, String previous, Instant at, int chains, String digest, SealKey key) {
        var unsigned = new Seal(seq + 1, at, chains, digest, previous, key.id(), "");
        return new Seal(seq + 1, at, chains, digest, previous, key.id(), key.sign(unsigned.canonical()));
    }

    String canonical() {
        return members().toString();
    }

    /** The line of the seal file. */
    public String line() {
        return members().with("seal", seal).toString();
    }

    boolean madeWith(SealKey key) {
        return key.sign(canonical()).equals(seal);
    }

    private CanonicalJson members() {
        return CanonicalJson.object()
                .with("at", at)
                .with("chains", chains)
                .with("digest", digest)
                .with("key", keyId)
                .with("previous", previous)
                .with("seq", seq);
    }
}
