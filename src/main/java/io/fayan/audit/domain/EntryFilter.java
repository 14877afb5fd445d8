package io.fayan.audit.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody wants to see; null means any.
 *
 * @param chain the whole name of a chain
 * @param name an event's name or its beginning, for example {@code speaking.}
 * @param actor a personnel number
 * @param from from then on
 * @param until before then
 */
public record EntryFilter(
        @Nullable String chain,
        @Nullable String name,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Where a page ended: the entry's place in the order newest first. */
    public record Place(long atMillis, String chain, long seq) {

        public static Place of(AuditEntry entry) {
            return new Place(entry.at().toEpochMilli(), entry.chain(), entry.seq());
        }

        /** For a link; empty when the text is none of ours. */
        public static Optional<Place> parse(String text) {
            var parts = text.split("~", 3);
            try {
                return parts.length == 3
                        ? Optional.of(new Place(Long.parseLong(parts[0]), parts[2], Long.parseLong(parts[1])))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return atMillis + "~" + seq + "~" + chain;
        }
    }
}
