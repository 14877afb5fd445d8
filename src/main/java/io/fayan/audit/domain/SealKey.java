package io.fayan.audit.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that seals are made with; HMAC-SHA256. */
public final class SealKey {

    private static final int SHORTEST = 32;

    private final SecretKeySpec key;
    private final String id;

    /** @throws IllegalArgumentException when it is shorter than 32 characters */
    public SealKey(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("The seal key (fayan.audit.seal-key) needs at least 32 characters");
        }
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        id = sign("fayan seal key id").substring(0, 16);
    }

    /** Sixteen hex digits that name the key without telling it. */
    public String id() {
        return id;
    }

    /** In lower-case hex. */
    public String sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "seal key " + id;
    }
}
