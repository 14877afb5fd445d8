package io.fayan.notification.domain;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.notification.Notifications.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person. It holds codes; the words come when it is read.
 *
 * @param readAt null until its reader has read it
 */
public record Message(
        UUID id,
        PersonId to,
        Kind kind,
        @Nullable BusinessNumber matter,
        String key,
        List<Argument> arguments,
        Instant at,
        @Nullable Instant readAt) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public boolean unread() {
        return readAt == null;
    }
}
