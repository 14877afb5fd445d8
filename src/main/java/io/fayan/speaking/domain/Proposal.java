package io.fayan.speaking.domain;

import io.fayan.kernel.PersonId;
import io.fayan.speaking.Audience;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.SpeakingAs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to say.
 *
 * @param requester who files it and answers for it
 * @param speaker who will speak; usually the requester
 * @param account code in the account register; for both account channels
 * @param occasion for {@link Channel#OCCASION}
 */
public record Proposal(
        PersonId requester,
        PersonId speaker,
        Channel channel,
        @Nullable String account,
        @Nullable String occasion,
        String title,
        String text,
        List<UUID> attachments,
        SpeakingAs speakingAs,
        Set<ContentClass> contentClasses,
        Audience audience,
        String purpose,
        Window window,
        boolean urgent,
        @Nullable String urgentReason) {

    public Proposal {
        attachments = List.copyOf(attachments);
        contentClasses = Set.copyOf(contentClasses);
        if (contentClasses.isEmpty()) {
            throw new IllegalArgumentException("A text is about something");
        }
        if ((channel == Channel.OCCASION) == (account != null) || (channel == Channel.OCCASION) == (occasion == null)) {
            throw new IllegalArgumentException("An occasion is described, an account is named");
        }
        if (urgent && urgentReason == null) {
            throw new IllegalArgumentException("Urgency needs a reason");
        }
    }

    /** When it may be said. Cannot hold an end before its start. */
    public record Window(Instant from, Instant until) {
        public Window {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("A window begins before it ends");
            }
        }

        public Duration length() {
            return Duration.between(from, until);
        }
    }
}
