package io.fayan.audit.domain;

import io.fayan.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 over chain heads, one canonical JSON object a line, sorted by chain. Takes them one at a time. */
public final class HeadsDigest {

    private final MessageDigest digest = Sha256.digest();
    private int heads;

    public void add(ChainHead head) {
        digest.update((head.canonical() + "\n").getBytes(StandardCharsets.UTF_8));
        heads++;
    }

    public int heads() {
        return heads;
    }

    /** Ends the digest. */
    public String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
