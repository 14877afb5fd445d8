package io.fayan.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.audit.domain.BrokenLink.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainCheckTest {

    private static final String CHAIN = "SR-2026-000007";

    private final List<AuditEntry> entries = new ArrayList<>(Happened.chain(CHAIN, 6));
    private final ChainHead head = new ChainHead(CHAIN, 6, entries.get(5).hash());

    @Test
    void an_untouched_chain_is_whole() {
        assertThat(check(entries, head)).isEmpty();
    }

    @Test
    void an_empty_chain_is_whole() {
        assertThat(check(List.of(), new ChainHead(CHAIN, 0, AuditEntry.GENESIS)))
                .isEmpty();
    }

    static Stream<AuditEntry> changed() {
        var e = Happened.chain(CHAIN, 6).get(2);
        return Stream.of(
                new AuditEntry("SR-2026-000008", 3, e.at(), e.actor(), e.name(), e.facts(), e.previous(), e.hash()),
                new AuditEntry(CHAIN, 3, e.at().plusMillis(1), e.actor(), e.name(), e.facts(), e.previous(), e.hash()),
                new AuditEntry(CHAIN, 3, e.at(), "F0013", e.name(), e.facts(), e.previous(), e.hash()),
                new AuditEntry(CHAIN, 3, e.at(), e.actor(), "speaking.factTwo", e.facts(), e.previous(), e.hash()),
                new AuditEntry(CHAIN, 3, e.at(), e.actor(), e.name(), "{}", e.previous(), e.hash()),
                new AuditEntry(CHAIN, 3, e.at(), e.actor(), e.name(), e.facts(), "0".repeat(64), e.hash()),
                new AuditEntry(CHAIN, 3, e.at(), e.actor(), e.name(), e.facts(), e.previous(), "f".repeat(64)),
                new AuditEntry(CHAIN, 3, Instant.ofEpochMilli(Long.MAX_VALUE), "", "", "no json", "", ""));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void a_change_of_any_field_is_found_at_its_place(AuditEntry manipulated) {
        entries.set(2, manipulated);

        var broken = check(entries, head).orElseThrow();

        assertThat(broken.kind()).isEqualTo(Kind.CHANGED);
        assertThat(broken.chain()).isEqualTo(CHAIN);
        assertThat(broken.seq()).isEqualTo(3);
        assertThat(broken.found()).isEqualTo(manipulated.hash());
    }

    @Test
    void a_change_with_its_hash_made_anew_breaks_the_next_link() {
        var e = entries.get(2);
        var changed = new Happened(
                CHAIN, "speaking.other", new io.fayan.kernel.PersonId("F0099"), e.at(), java.util.Map.of());
        entries.set(2, AuditEntry.after(e.previous(), 2, changed));

        var broken = check(entries, head).orElseThrow();

        assertThat(broken)
                .isEqualTo(
                        new BrokenLink(Kind.REPLACED, CHAIN, 4, entries.get(2).hash(), e.hash()));
    }

    @Test
    void an_entry_taken_out_is_missed_at_its_place() {
        entries.remove(3);

        assertThat(check(entries, head)).contains(new BrokenLink(Kind.MISSING, CHAIN, 4, "entry 4", "entry 5"));
    }

    @Test
    void the_first_entry_taken_out_is_missed() {
        entries.remove(0);

        assertThat(check(entries, head))
                .get()
                .extracting(BrokenLink::kind, BrokenLink::seq)
                .containsExactly(Kind.MISSING, 1L);
    }

    @Test
    void a_cut_tail_is_missed() {
        assertThat(check(entries.subList(0, 4), head))
                .contains(new BrokenLink(Kind.MISSING, CHAIN, 5, "entry 5 of 6", "the end"));
    }

    @Test
    void two_entries_that_changed_places_are_named() {
        var third = entries.get(2);
        var fourth = entries.get(3);
        entries.set(2, at(3, fourth));
        entries.set(3, at(4, third));

        assertThat(check(entries, head)).contains(new BrokenLink(Kind.REORDERED, CHAIN, 3, "entry 3", "entry 4"));
    }

    @Test
    void an_entry_added_behind_the_head_is_surplus() {
        var more = Happened.chain(CHAIN, 7);

        assertThat(check(more, head))
                .get()
                .extracting(BrokenLink::kind, BrokenLink::seq)
                .containsExactly(Kind.SURPLUS, 7L);
    }

    @Test
    void a_head_row_that_was_changed_is_found() {
        assertThat(check(entries, new ChainHead(CHAIN, 6, "a".repeat(64))))
                .get()
                .extracting(BrokenLink::kind, BrokenLink::seq)
                .containsExactly(Kind.HEAD_CHANGED, 6L);
    }

    private static AuditEntry at(long seq, AuditEntry e) {
        return new AuditEntry(e.chain(), seq, e.at(), e.actor(), e.name(), e.facts(), e.previous(), e.hash());
    }

    private static Optional<BrokenLink> check(List<AuditEntry> entries, ChainHead head) {
        var check = new ChainCheck(CHAIN);
        for (var entry : entries) {
            var broken = check.next(entry);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return check.end(head);
    }
}
