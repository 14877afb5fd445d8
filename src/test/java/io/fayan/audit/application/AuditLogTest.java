package io.fayan.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fayan.audit.application.AuditVerifier.Progress;
import io.fayan.audit.domain.BrokenLink;
import io.fayan.audit.domain.BrokenLink.Kind;
import io.fayan.audit.domain.Happened;
import io.fayan.audit.persistence.AuditRows;
import io.fayan.kernel.PersonId;
import io.fayan.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log on a real database, without the rest of the application: what is manipulated by hand is named. */
@Tag("wiring")
@SpringBootTest(classes = AuditLogTest.Log.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("test")
class AuditLogTest {

    private static final String FIRST = "SR-2026-000101";
    private static final String SECOND = "SR-2026-000102";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private Sealing sealing;

    @Autowired
    private AuditProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void an_empty_log() throws IOException {
        for (var table : List.of("audit_entry", "audit_chain", "audit_seal_head", "audit_seal")) {
            jdbc.sql("delete from " + table).update();
        }
        Files.deleteIfExists(properties.sealFile());
    }

    @Test
    void an_empty_log_is_whole() {
        assertThat(verifier.verify().whole()).isTrue();
    }

    @Test
    void every_event_becomes_an_entry_of_its_chain() {
        happened(FIRST, 2);
        happened("person:F0012", 1);

        var report = verifier.verify();

        assertThat(report.whole()).isTrue();
        assertThat(report.chains()).isEqualTo(2);
        assertThat(report.entries()).isEqualTo(3);
        assertThat(report.unsealed()).isEqualTo(2);
        assertThat(jdbc.sql("select facts from audit_entry where chain = ? and seq = 2")
                        .param(FIRST)
                        .query(String.class)
                        .single())
                .isEqualTo("{\"number\":\"2\",\"risk\":\"LOW\"}");
    }

    @Test
    void an_entry_is_gone_when_its_transaction_is_rolled_back() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.publishEvent(Happened.in(FIRST));
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("select count(*) from audit_entry")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(verifier.verify().whole()).isTrue();
    }

    @Test
    void an_event_outside_a_transaction_is_refused() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(Happened.in(FIRST)));
    }

    @Test
    void a_sealed_log_is_whole_and_the_file_has_the_seals() throws IOException {
        happened(FIRST, 3);
        assertThat(sealing.seal()).isEqualTo(1);
        happened(FIRST, 1);
        happened(SECOND, 1);
        assertThat(sealing.seal()).isEqualTo(1);
        assertThat(sealing.seal()).isZero();

        var report = verifier.verify();

        assertThat(report.broken()).isEmpty();
        assertThat(report.seals()).isEqualTo(2);
        assertThat(report.onFile()).isEqualTo(2);
        assertThat(report.unsealed()).isZero();
        assertThat(Files.readAllLines(properties.sealFile())).hasSize(2);
    }

    @Test
    void many_chains_are_sealed_in_several_seals_and_read_in_several_pages() {
        var chains = 1203;
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (var i = 0; i < chains; i++) {
                events.publishEvent(Happened.in("SR-2025-%06d".formatted(i)));
                events.publishEvent(Happened.in("SR-2025-%06d".formatted(i)));
            }
        });
        var told = new ArrayList<Progress>();

        assertThat(sealing.seal()).isEqualTo(3);
        var report = verifier.verify(told::add);

        assertThat(report.broken()).isEmpty();
        assertThat(report.chains()).isEqualTo(chains);
        assertThat(report.entries()).isEqualTo(2 * chains);
        assertThat(told).hasSizeGreaterThan(3);
        assertThat(told.get(told.size() - 1)).isEqualTo(new Progress(2 * chains + 3, 2 * chains + 3));
    }

    @Test
    void a_chain_longer_than_a_page_is_followed_to_its_end() {
        happened(FIRST, 2100);
        happened(SECOND, 1);
        assertThat(verifier.verify().broken()).isEmpty();

        change("update audit_entry set actor = 'F0099' where chain = ? and seq = 2050", FIRST);

        assertBroken(Kind.CHANGED, FIRST, 2050);
    }

    @Test
    void a_changed_fact_is_named() {
        sealed();
        change(
                "update audit_entry set facts = '{\"number\":\"2\",\"risk\":\"HIGH\"}' where chain = ? and seq = 2",
                SECOND);

        assertBroken(Kind.CHANGED, SECOND, 2);
    }

    @Test
    void a_deleted_entry_is_named() {
        sealed();
        change("delete from audit_entry where chain = ? and seq = 2", SECOND);

        assertBroken(Kind.MISSING, SECOND, 2);
    }

    @Test
    void entries_that_changed_places_are_named() {
        sealed();
        change("update audit_entry set seq = 99 where chain = ? and seq = 2", FIRST);
        change("update audit_entry set seq = 2 where chain = ? and seq = 3", FIRST);
        change("update audit_entry set seq = 3 where chain = ? and seq = 99", FIRST);

        assertBroken(Kind.REORDERED, FIRST, 2);
    }

    @Test
    void a_tail_cut_without_the_head_row_is_named() {
        sealed();
        change("delete from audit_entry where chain = ? and seq > 2", FIRST);

        assertBroken(Kind.MISSING, FIRST, 3);
    }

    @Test
    void a_tail_cut_with_the_head_row_is_found_by_the_seal() {
        sealed();
        change("delete from audit_entry where chain = ? and seq > 2", FIRST);
        change(
                "update audit_chain set entries = 2, head = (select hash from audit_entry e"
                        + " where e.chain = audit_chain.chain and e.seq = 2) where chain = ?",
                FIRST);

        assertBroken(Kind.MISSING, FIRST, 3);
    }

    @Test
    void a_chain_written_anew_is_found_by_the_seal() {
        sealed();
        change("delete from audit_entry where chain = ?", FIRST);
        change("delete from audit_chain where chain = ?", FIRST);
        var other = new Happened(FIRST, "speaking.other", PersonId.SYSTEM, Happened.MORNING, Map.of());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (var i = 0; i < 3; i++) {
                events.publishEvent(other);
            }
        });

        assertBroken(Kind.REWRITTEN, FIRST, 3);
    }

    @Test
    void a_chain_that_vanished_is_found_by_the_seal() {
        sealed();
        change("delete from audit_entry where chain = ?", FIRST);
        change("delete from audit_chain where chain = ?", FIRST);

        assertBroken(Kind.MISSING, FIRST, 3);
    }

    @Test
    void a_head_row_that_vanished_is_named() {
        sealed();
        change("delete from audit_chain where chain = ?", FIRST);

        assertBroken(Kind.SURPLUS, FIRST, 1);
    }

    @Test
    void a_head_row_that_was_set_back_is_named() {
        sealed();
        change("update audit_chain set entries = 2 where chain = ?", FIRST);

        assertBroken(Kind.SURPLUS, FIRST, 3);
    }

    @Test
    void the_heads_under_a_seal_cannot_be_changed() {
        sealed();
        change("update audit_seal_head set entries = 2 where seal_seq = 1 and chain = ?", FIRST);

        assertBroken(Kind.SEAL_CHANGED, BrokenLink.SEALS, 1);
    }

    @Test
    void a_seal_made_without_the_key_is_named() {
        sealed();
        change("update audit_seal set seal = ? where seq = 1", "a".repeat(64));

        assertBroken(Kind.SEAL_FORGED, BrokenLink.SEALS, 1);
    }

    @Test
    void a_seal_taken_out_is_named() {
        sealed();
        happened(SECOND, 1);
        sealing.seal();
        change("delete from audit_seal where seq = 1");
        change("delete from audit_seal_head where seal_seq = 1");

        assertBroken(Kind.SEAL_MISSING, BrokenLink.SEALS, 1);
    }

    @Test
    void a_cut_tail_of_seals_is_found_by_the_heads_they_covered() {
        sealed();
        change("delete from audit_seal where seq = 1");

        assertBroken(Kind.SEAL_MISSING, BrokenLink.SEALS, 1);
    }

    @Test
    void a_log_cut_back_to_an_earlier_seal_is_found_by_the_file() {
        sealed();
        happened(SECOND, 1);
        sealing.seal();
        change("delete from audit_seal where seq = 2");
        change("delete from audit_seal_head where seal_seq = 2");
        change("delete from audit_entry where chain = ? and seq = 4", SECOND);
        change(
                "update audit_chain set entries = 3, head = (select hash from audit_entry e"
                        + " where e.chain = audit_chain.chain and e.seq = 3) where chain = ?",
                SECOND);

        assertBroken(Kind.SEAL_FILE_AHEAD, BrokenLink.SEAL_FILE, 2);
    }

    @Test
    void a_changed_line_of_the_file_is_named() throws IOException {
        sealed();
        Files.writeString(
                properties.sealFile(), Files.readString(properties.sealFile()).replace("\"chains\":2", "\"chains\":1"));

        assertBroken(Kind.SEAL_FILE_CHANGED, BrokenLink.SEAL_FILE, 1);
    }

    @Test
    void a_line_that_the_power_cut_short_is_written_again() throws IOException {
        sealed();
        var whole = Files.readString(properties.sealFile());
        Files.writeString(properties.sealFile(), whole + whole.substring(0, 40));
        assertThat(verifier.verify().broken()).isEmpty();

        happened(FIRST, 1);
        sealing.seal();

        assertThat(Files.readAllLines(properties.sealFile())).hasSize(2);
        assertThat(verifier.verify().broken()).isEmpty();
    }

    @Test
    void seals_that_missed_the_file_follow_with_the_next() throws IOException {
        sealed();
        Files.delete(properties.sealFile());
        happened(FIRST, 1);
        sealing.seal();

        assertThat(Files.readAllLines(properties.sealFile())).hasSize(2);
    }

    @Test
    void writers_of_one_chain_leave_one_whole_chain() throws Exception {
        var writers = 8;
        var each = 10;
        var begin = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(writers);
        var results = new ArrayList<Future<Integer>>();
        try {
            for (var i = 0; i < writers; i++) {
                results.add(pool.submit(() -> {
                    begin.await();
                    var retries = 0;
                    for (var n = 0; n < each; n++) {
                        retries += appendedWithRetries();
                    }
                    return retries;
                }));
            }
            begin.countDown();
            var retries = 0;
            for (var result : results) {
                retries += result.get();
            }
            // Only the opening of the chain may collide.
            assertThat(retries).isLessThan(3 * writers);
        } finally {
            pool.shutdownNow();
        }

        assertThat(verifier.verify().broken()).isEmpty();
        assertThat(jdbc.sql("select entries from audit_chain where chain = ?")
                        .param(FIRST)
                        .query(Integer.class)
                        .single())
                .isEqualTo(writers * each);
    }

    @Test
    void a_chain_that_is_being_written_to_waits_for_the_next_seal() {
        happened(SECOND, 1);
        var inside = new TransactionTemplate(transactions);
        var apart = Executors.newSingleThreadExecutor();
        try {
            inside.executeWithoutResult(status -> {
                events.publishEvent(Happened.in(FIRST));
                var sealed = apart.submit(sealing::seal);
                assertThat(sealed).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(1);
            });
        } finally {
            apart.shutdownNow();
        }

        assertThat(sealing.seal()).isEqualTo(1);
        assertThat(verifier.verify().broken()).isEmpty();
    }

    private int appendedWithRetries() {
        for (var retries = 0; ; retries++) {
            try {
                happened(FIRST, 1);
                return retries;
            } catch (ConcurrencyFailureException again) {
                assertThat(retries).isLessThan(20);
            }
        }
    }

    /** Two chains of three entries under one seal. */
    private void sealed() {
        happened(FIRST, 3);
        happened(SECOND, 3);
        sealing.seal();
        assertThat(verifier.verify().broken()).isEmpty();
    }

    private void happened(String chain, int times) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (var i = 1; i <= times; i++) {
                events.publishEvent(new Happened(
                        chain,
                        "speaking.requestSubmitted",
                        new PersonId("F0012"),
                        Happened.MORNING,
                        Map.of("risk", "LOW", "number", Integer.toString(i))));
            }
        });
    }

    private void change(String sql, String... parameters) {
        jdbc.sql(sql).params(List.<Object>of((Object[]) parameters)).update();
    }

    private void assertBroken(Kind kind, String chain, long seq) {
        assertThat(verifier.verify().broken())
                .get()
                .extracting(BrokenLink::kind, BrokenLink::chain, BrokenLink::seq)
                .containsExactly(kind, chain, seq);
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @Import({
        SealKeyConfiguration.class,
        AuditRows.class,
        EventRecorder.class,
        Sealing.class,
        SealFile.class,
        AuditVerifier.class
    })
    static class Log {

        @Bean
        Clock clock() {
            return Clock.tickMillis(ZoneOffset.UTC);
        }
    }
}
