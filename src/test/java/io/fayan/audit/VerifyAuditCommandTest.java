package io.fayan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class VerifyAuditCommandTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void is_wanted_only_when_asked_for() {
        assertThat(VerifyAuditCommand.wanted("--spring.profiles.active=prod", "--fayan.verify-audit"))
                .isTrue();
        assertThat(VerifyAuditCommand.wanted("--fayan.verify-audit=true")).isTrue();
        assertThat(VerifyAuditCommand.wanted("--spring.profiles.active=prod")).isFalse();
        assertThat(VerifyAuditCommand.wanted("--fayan.verify-audit=false")).isFalse();
    }

    @Test
    void a_whole_log_ends_with_zero() {
        migrated();

        assertThat(run()).isEqualTo(VerifyAuditCommand.WHOLE);
        assertThat(said())
                .contains(
                        "WHOLE: 0 entries in 0 chains, 0 seals, none on file here: a cut tail would not be found; 0 chains wait for the next seal");
    }

    @Test
    void a_broken_log_ends_with_one_and_names_the_link() {
        migrated();
        JdbcClient.create(database())
                .sql("insert into audit_chain (chain, entries, head, sealed) values ('SR-2026-000001', 1, ?, false)")
                .param("a".repeat(64))
                .update();

        assertThat(run()).isEqualTo(VerifyAuditCommand.BROKEN);
        assertThat(said()).contains("BROKEN: MISSING at SR-2026-000001, no. 1", "expected  entry 1 of 1", "the end");
    }

    @Test
    void a_database_without_a_log_is_not_called_whole() {
        assertThat(run()).isEqualTo(VerifyAuditCommand.NOT_VERIFIED);
        assertThat(said()).contains("NOT VERIFIED: the audit tables cannot be read");
    }

    @Test
    void without_a_database_it_says_which_argument_is_missing() {
        assertThat(VerifyAuditCommand.run(out(), "--fayan.verify-audit")).isEqualTo(VerifyAuditCommand.NOT_VERIFIED);
        assertThat(said()).contains("--spring.profiles.active=prod");
    }

    @Test
    void production_without_its_key_is_not_called_broken() {
        assertThat(VerifyAuditCommand.run(
                        out(),
                        "--fayan.verify-audit",
                        "--spring.profiles.active=prod",
                        "--spring.datasource.url=" + url()))
                .isEqualTo(VerifyAuditCommand.NOT_VERIFIED);
        assertThat(said()).contains("NOT VERIFIED", "FAYAN_AUDIT_SEAL_KEY");
    }

    private int run() {
        return VerifyAuditCommand.run(
                out(),
                "--fayan.verify-audit",
                "--spring.datasource.url=" + url(),
                "--spring.datasource.username=fayan",
                "--spring.datasource.password=fayan",
                "--fayan.audit.seal-key=a secret that only the tests know",
                "--fayan.audit.seal-file=" + directory.resolve("seals.log"));
    }

    private void migrated() {
        Flyway.configure()
                .dataSource(database())
                .locations("classpath:db/migration/common")
                .load()
                .migrate();
    }

    private DriverManagerDataSource database() {
        return new DriverManagerDataSource(url(), "fayan", "fayan");
    }

    private String url() {
        return "jdbc:h2:file:" + directory.resolve("log");
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
