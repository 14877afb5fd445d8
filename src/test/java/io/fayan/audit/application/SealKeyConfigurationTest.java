package io.fayan.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SealKeyConfigurationTest {

    @TempDir
    Path directory;

    private final SealKeyConfiguration configuration = new SealKeyConfiguration();
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void without_a_configured_key_one_is_made_once_and_kept_for_its_owner() throws IOException {
        var made = configuration.sealKey(properties(null), environment);
        var again = configuration.sealKey(properties(" "), environment);

        assertThat(again.id()).isEqualTo(made.id());
        assertThat(Files.getPosixFilePermissions(keyFile()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void production_does_not_start_without_a_key() {
        environment.setActiveProfiles("prod");

        assertThatIllegalStateException()
                .isThrownBy(() -> configuration.sealKey(properties(null), environment))
                .withMessageContaining("fayan.audit.seal-key");
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void the_settings_do_not_tell_the_key() {
        assertThat(properties("a secret that only the tests know").toString()).doesNotContain("secret that");
    }

    private AuditProperties properties(String key) {
        return new AuditProperties(key, keyFile(), directory.resolve("seals.log"));
    }

    private Path keyFile() {
        return directory.resolve("data").resolve("seal.key");
    }
}
