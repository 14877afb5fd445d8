package io.fayan.audit.application;

import io.fayan.audit.domain.SealKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
public class SealKeyConfiguration {

    /** @throws IllegalStateException in production without a configured key: whoever holds the disk would hold the key */
    @Bean
    SealKey sealKey(AuditProperties properties, Environment environment) {
        var configured = properties.sealKey();
        if (configured != null && !configured.isBlank()) {
            return new SealKey(configured);
        }
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            throw new IllegalStateException(
                    "Production needs fayan.audit.seal-key (FAYAN_AUDIT_SEAL_KEY), 32 characters or more");
        }
        try {
            return new SealKey(kept(properties.sealKeyFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("The seal key cannot be kept in " + properties.sealKeyFile(), e);
        }
    }

    private static String kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            var parent = file.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            try {
                Files.writeString(file, HexFormat.of().formatHex(secret), StandardOpenOption.CREATE_NEW);
                if (Files.getFileStore(parent).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            } catch (FileAlreadyExistsException anotherStartWasFaster) {
                return Files.readString(file).strip();
            }
        }
        return Files.readString(file).strip();
    }
}
