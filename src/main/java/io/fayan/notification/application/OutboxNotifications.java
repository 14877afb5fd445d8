package io.fayan.notification.application;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.notification.Notifications;
import io.fayan.notification.domain.Argument;
import io.fayan.notification.domain.Message;
import io.fayan.notification.persistence.MessageRows;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The inbox's row is itself the delivery: no second step can fail. */
@Service
class OutboxNotifications implements Notifications {

    private static final int LONGEST_KEY = 150;

    private final MessageRows messages;
    private final Clock clock;

    OutboxNotifications(MessageRows messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(
            PersonId to, Kind kind, @Nullable BusinessNumber matter, String key, List<?> arguments, String dedupKey) {
        if (dedupKey.isBlank() || dedupKey.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A deduplication key has 1 to " + LONGEST_KEY + " characters");
        }
        var kept = arguments.stream().map(Argument::of).toList();
        if (!to.equals(PersonId.SYSTEM)) {
            messages.insert(
                    new Message(UUID.randomUUID(), to, kind, matter, key, kept, clock.instant(), null), dedupKey);
        }
    }
}
