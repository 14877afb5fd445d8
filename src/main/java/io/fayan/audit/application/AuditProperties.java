package io.fayan.audit.application;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param sealKey the secret behind the seals, 32 characters or more; without it a key is made at first start and kept in
 *     {@code sealKeyFile}, which production does not allow
 * @param sealFile where the seals are written besides the database; belongs on another disk, copied away
 */
@ConfigurationProperties("fayan.audit")
public record AuditProperties(
        @Nullable String sealKey,
        @DefaultValue("./data/seal.key") Path sealKeyFile,
        @DefaultValue("./data/seals.log") Path sealFile) {

    /** The key is no log line. */
    @Override
    public String toString() {
        return "AuditProperties[sealFile=" + sealFile + "]";
    }
}
