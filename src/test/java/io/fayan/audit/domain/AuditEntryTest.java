package io.fayan.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEntryTest {

    @Test
    void the_hash_is_taken_over_the_documented_text() {
        var entry = AuditEntry.after(AuditEntry.GENESIS, 0, Happened.in("SR-2026-000001"));

        var documented = "{\"actor\":\"F0012\",\"at\":\"2026-11-20T01:00:00.123Z\",\"chain\":\"SR-2026-000001\","
                + "\"facts\":{\"risk\":\"LOW\"},\"name\":\"speaking.requestSubmitted\",\"previous\":\"" + "0".repeat(64)
                + "\",\"seq\":1}";
        assertThat(entry.canonical(1)).isEqualTo(documented);
        assertThat(entry.hash()).isEqualTo(Sha256.of(documented).value());
        // Computed with sha256sum outside this product.
        assertThat(entry.hash()).isEqualTo("97d4c8ab25b3cdbca8ff6726bdd1ac017aace89f597b2ea92c4cad85f515104b");
    }

    @Test
    void each_entry_carries_the_hash_of_the_one_before() {
        var chain = Happened.chain("SR-2026-000001", 3);

        assertThat(chain).extracting(AuditEntry::seq).containsExactly(1L, 2L, 3L);
        assertThat(chain.get(1).previous()).isEqualTo(chain.get(0).hash());
        assertThat(chain.get(2).previous()).isEqualTo(chain.get(1).hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " SR-2026-000001", "person F0012", "发言", "-x"})
    void a_chain_whose_name_is_not_plain_is_refused(String chain) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditEntry.after(AuditEntry.GENESIS, 0, Happened.in(chain)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SR-2026-000001", "person:F0012", "configuration:calendar-2026", "configuration:policy/2026.1"})
    void the_documented_chains_are_accepted(String chain) {
        assertThat(AuditEntry.after(AuditEntry.GENESIS, 0, Happened.in(chain)).chain())
                .isEqualTo(chain);
    }

    @Test
    void half_a_character_is_refused_because_no_database_returns_it() {
        var event = new Happened(
                "SR-2026-000001", "speaking.x", PersonId.SYSTEM, Happened.MORNING, Map.of("code", "a\ud83d"));

        assertThatIllegalArgumentException().isThrownBy(() -> AuditEntry.after(AuditEntry.GENESIS, 0, event));
    }
}
