package io.fayan.notification;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells people things, in their inbox. A message is written in the caller's transaction and exists if and only if that
 * commits.
 */
public interface Notifications {

    /**
     * Tells one person one thing, once: a second call with the same person and deduplication key changes nothing. Nobody is
     * told twice, not even when two nodes call at the same moment, and neither transaction suffers.
     *
     * @param to {@link PersonId#SYSTEM} is told nothing
     * @param matter what it is about; its subject is read when the message is shown, and only by who may see it
     * @param key of the text in the message bundles
     * @param arguments of the text, in order: {@link Number}, {@link java.time.Instant}, {@link java.time.LocalDate},
     *     {@link BusinessNumber}, {@link PersonId}, {@link io.fayan.kernel.Role} or {@link Label}; each is written as the
     *     reader's language writes it. Never a person's text: strings are refused
     * @param dedupKey at most 150 characters, for example {@code speaking.granted:SR-2026-000001}
     * @throws IllegalArgumentException when an argument is of another kind, or the key is too long
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    void tell(PersonId to, Kind kind, @Nullable BusinessNumber matter, String key, List<?> arguments, String dedupKey);

    /** What a message is to its reader; each has its icon and word. */
    enum Kind {
        /** Something waits for the reader. */
        WORK,
        /** Time is running out. */
        REMINDER,
        /** Time has run out. */
        ESCALATION,
        /** A matter has moved on. */
        PROGRESS,
        /** A matter has come to its end, well or badly. */
        RESULT
    }

    /** A code that has a name in the message bundles. */
    record Label(String key) {}
}
