package io.fayan.speaking.domain;

import io.fayan.speaking.Reviewer;
import java.time.Duration;
import java.time.Instant;

/** Working time, as reviews need it. */
public interface ReviewClock {

    /** When a review that opens now is due. */
    Instant due(Reviewer reviewer);

    /** When a review that goes on now with this much working time left is due. */
    Instant dueAfter(Duration remaining);

    /** Working time left until then; zero when it is past. */
    Duration remaining(Instant due);
}
