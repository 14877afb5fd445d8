package io.fayan.people.application;

import io.fayan.kernel.PersonId;
import io.fayan.people.PasswordLinkIssued;
import io.fayan.platform.security.PasswordLinks;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links to set a password, for somebody who has none yet or has forgotten it. */
@Service
public class Invitations {

    public static final Duration VALIDITY = Duration.ofHours(24);

    private final PasswordLinks links;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Invitations(PasswordLinks links, Clock clock, ApplicationEventPublisher events) {
        this.links = links;
        this.clock = clock;
        this.events = events;
    }

    /** @return good for one use within {@link #VALIDITY}; an older link ends */
    @Transactional
    public URI invite(PersonId person, PersonId by) {
        var link = links.issue(person, VALIDITY);
        events.publishEvent(new PasswordLinkIssued(person, by, clock.instant()));
        return link;
    }
}
