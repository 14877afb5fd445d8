package io.fayan.speaking;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

/** Something that happened to a request to speak. Ids, codes and digests only. */
public record SpeakingFact(BusinessNumber request, Kind kind, PersonId actor, Instant at, Map<String, String> facts)
        implements DomainEvent {

    public SpeakingFact {
        facts = Map.copyOf(facts);
    }

    public enum Kind {
        REQUEST_SUBMITTED,
        REVIEWS_PLANNED,
        REVIEW_GROUP_EMPTY,
        REVIEW_APPROVED,
        REVIEW_RETURNED,
        REVIEW_REJECTED,
        QUESTION_ASKED,
        QUESTION_ANSWERED,
        REVIEW_HANDED_OVER,
        REVIEW_GIVEN_BACK,
        REVIEWER_ADDED,
        STEP_REASSIGNED,
        REVIEWERS_NUDGED,
        REQUEST_CORRECTED,
        GRANT_ISSUED,
        PUBLISHED_AS_GRANTED,
        PUBLISHED_DIFFERENTLY,
        DIFFERENCE_CLOSED,
        DIFFERENCE_KEPT,
        REQUEST_EXPIRED,
        GRANT_LAPSED,
        GRANT_REVOKED,
        REQUEST_WITHDRAWN;

        /** In the audit chain, for example {@code speaking.requestSubmitted}. */
        public String eventName() {
            var name = new StringBuilder("speaking.");
            var upper = false;
            for (var letter : name().toCharArray()) {
                if (letter == '_') {
                    upper = true;
                } else {
                    name.append(upper ? letter : Character.toLowerCase(letter));
                    upper = false;
                }
            }
            return name.toString();
        }
    }

    @Override
    public String chain() {
        return request.value();
    }

    @Override
    public String name() {
        return kind.eventName();
    }
}
