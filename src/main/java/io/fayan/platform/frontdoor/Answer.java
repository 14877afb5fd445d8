package io.fayan.platform.frontdoor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The front door's answer to a person. */
public sealed interface Answer {

    /**
     * It happened, once, however often it was sent.
     *
     * @param number the matter it happened to
     * @param instance the process instance, where a matter was opened
     */
    record Accepted(String number, @Nullable String instance) implements Answer {}

    /** Nothing happened. */
    record Refused(Kind kind, List<Refusal> reasons) implements Answer {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        static Refused of(Kind kind, Refusal... reasons) {
            return new Refused(kind, List.of(reasons));
        }
    }

    enum Kind {
        /** A field is wrong, or the matter's state or a rule forbids it. */
        INVALID,
        /** Unknown, over, or none of this person's business: one answer for all three. */
        NOT_FOUND,
        /** Seen, but somebody else's to do, or barred by a conflict. */
        FORBIDDEN,
        /** The key was used for something else. */
        KEY_REUSED
    }
}
