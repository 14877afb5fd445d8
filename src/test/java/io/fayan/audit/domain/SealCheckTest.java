package io.fayan.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.audit.domain.BrokenLink.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealCheckTest {

    private static final SealKey KEY = new SealKey("a secret that only the tests know");
    private static final SealKey OTHER = new SealKey("a secret that the tests do not use");

    private final List<Seal> seals = new ArrayList<>();

    SealCheckTest() {
        var previous = AuditEntry.GENESIS;
        for (var i = 0; i < 4; i++) {
            var seal = Seal.after(i, previous, Happened.MORNING.plusSeconds(60L * i), 1, digest(i), KEY);
            seals.add(seal);
            previous = seal.seal();
        }
    }

    @Test
    void untouched_seals_are_whole() {
        assertThat(check()).isEmpty();
    }

    @Test
    void a_seal_taken_out_is_missed() {
        seals.remove(1);

        assertThat(check()).get().extracting(BrokenLink::kind, BrokenLink::seq).containsExactly(Kind.SEAL_MISSING, 2L);
    }

    @Test
    void a_seal_made_without_the_key_is_forged() {
        var s = seals.get(2);
        seals.set(2, new Seal(3, s.at(), 1, digest(9), s.previous(), s.keyId(), OTHER.sign(s.canonical())));

        assertThat(check()).get().extracting(BrokenLink::kind, BrokenLink::seq).containsExactly(Kind.SEAL_FORGED, 3L);
    }

    @Test
    void a_seal_that_names_another_key_is_found() {
        var s = seals.get(2);
        seals.set(2, Seal.after(2, s.previous(), s.at(), 1, s.digest(), OTHER));

        assertThat(check()).contains(new BrokenLink(Kind.SEAL_KEY, BrokenLink.SEALS, 3, KEY.id(), OTHER.id()));
    }

    @Test
    void heads_that_were_changed_under_a_seal_are_found() {
        var check = new SealCheck(KEY);

        assertThat(check.next(seals.get(0), digest(7)))
                .contains(new BrokenLink(Kind.SEAL_CHANGED, BrokenLink.SEALS, 1, digest(0), digest(7)));
    }

    @Test
    void a_chain_written_anew_does_not_have_the_sealed_hash() {
        var sealed = new ChainHead("SR-2026-000001", 3, "a".repeat(64));

        assertThat(SealCheck.covers(sealed, "a".repeat(64))).isEmpty();
        assertThat(SealCheck.covers(sealed, "b".repeat(64)))
                .get()
                .extracting(BrokenLink::kind)
                .isEqualTo(Kind.REWRITTEN);
        assertThat(SealCheck.covers(sealed, null))
                .get()
                .extracting(BrokenLink::kind)
                .isEqualTo(Kind.MISSING);
    }

    @Test
    void a_line_of_the_file_is_held_against_the_table() {
        var first = seals.get(0);
        var other = Seal.after(0, AuditEntry.GENESIS, first.at(), 2, digest(5), KEY);
        var forged = new Seal(1, first.at(), 1, digest(5), first.previous(), KEY.id(), first.seal());

        assertThat(SealCheck.onFile(first, first, KEY)).isEmpty();
        assertThat(SealCheck.onFile(first, null, KEY))
                .get()
                .extracting(BrokenLink::kind)
                .isEqualTo(Kind.SEAL_FILE_AHEAD);
        assertThat(SealCheck.onFile(other, first, KEY))
                .get()
                .extracting(BrokenLink::kind)
                .isEqualTo(Kind.SEAL_FILE_CHANGED);
        assertThat(SealCheck.onFile(forged, first, KEY))
                .get()
                .extracting(BrokenLink::kind)
                .isEqualTo(Kind.SEAL_FILE_CHANGED);
    }

    @Test
    void the_digest_depends_on_every_part_of_every_head() {
        assertThat(List.of(
                        digestOf(),
                        digestOf(new ChainHead("a", 1, "h")),
                        digestOf(new ChainHead("a", 2, "h")),
                        digestOf(new ChainHead("a", 1, "i")),
                        digestOf(new ChainHead("b", 1, "h")),
                        digestOf(new ChainHead("a", 1, "h"), new ChainHead("b", 1, "h"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_short_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SealKey("short"));
    }

    @Test
    void a_key_never_tells_itself() {
        assertThat(KEY.toString()).doesNotContain("secret");
    }

    private static String digest(int i) {
        return Integer.toHexString(i).repeat(64);
    }

    private static String digestOf(ChainHead... heads) {
        var digest = new HeadsDigest();
        for (var head : heads) {
            digest.add(head);
        }
        return digest.value();
    }

    private Optional<BrokenLink> check() {
        var check = new SealCheck(KEY);
        for (var seal : seals) {
            var broken = check.next(seal, seal.digest());
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }
}
