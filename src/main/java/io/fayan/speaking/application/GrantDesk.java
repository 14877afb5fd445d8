package io.fayan.speaking.application;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.speaking.Channel;
import io.fayan.speaking.domain.Publication;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a grant: issued, used, examined, revoked, lapsed. Called by the front door or the process. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class GrantDesk {

    /** Routing fact: the published text is exactly the granted one. */
    public static final String AS_GRANTED = "publishedAsGranted";

    /** Routing fact: communications keep a difference for a report. */
    public static final String KEPT = "keptForReport";

    private final Ledger ledger;
    private final Windows windows;
    private final People people;
    private final Flow flow;
    private final Clock clock;

    GrantDesk(Ledger ledger, Windows windows, People people, Flow flow, Clock clock) {
        this.ledger = ledger;
        this.windows = windows;
        this.people = people;
        this.flow = flow;
        this.clock = clock;
    }

    public void issue(BusinessNumber number) {
        var request = ledger.open(number);
        request.issueGrant(clock.instant());
        ledger.keep(request);
    }

    public void expire(BusinessNumber number) {
        var request = ledger.open(number);
        request.expire(clock.instant());
        ledger.keep(request);
    }

    public void lapse(BusinessNumber number) {
        var request = ledger.open(number);
        request.lapse(clock.instant());
        ledger.keep(request);
    }

    public Outcome publish(
            BusinessNumber number, PersonId by, @Nullable String link, LocalDateTime publishedAt, String text) {
        var now = clock.instant();
        var request = ledger.open(number);
        var at = windows.instant(publishedAt);
        if (link == null && request.scope().channel() != Channel.OCCASION) {
            return Outcome.refused(Refusal.at("link", "speaking.refused.link"));
        }
        if (at.isAfter(now)) {
            return Outcome.refused(Refusal.at("publishedAt", "speaking.refused.publishedLater"));
        }
        var same = request.publish(by, link, at, text, now);
        ledger.keep(request);
        return Outcome.completed(Map.of(AS_GRANTED, same));
    }

    public Outcome examine(BusinessNumber number, PersonId by, Publication.Decision decision, String note) {
        var request = ledger.open(number);
        var refusal = request.examine(by, decision, note, clock.instant());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ledger.keep(request);
        return Outcome.completed(Map.of(KEPT, decision == Publication.Decision.KEPT_FOR_REPORT));
    }

    public Outcome revoke(BusinessNumber number, PersonId by, String reason) {
        if (!people.holders(Role.COMMUNICATIONS).contains(by)
                && !people.holders(Role.COMMUNICATIONS_LEAD).contains(by)) {
            return Outcome.refused(Refusal.because("speaking.refused.communicationsOnly"));
        }
        var request = ledger.open(number);
        var refusal = request.revoke(by, reason, clock.instant());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ledger.keep(request);
        flow.grantRevoked(number);
        return Outcome.kept();
    }
}
