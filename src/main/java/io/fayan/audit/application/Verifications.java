package io.fayan.audit.application;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.fayan.audit.domain.AuditEvent;
import io.fayan.audit.persistence.VerificationRows;
import io.fayan.audit.persistence.VerificationRows.Verification;
import io.fayan.kernel.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Verifications in the background: asked for on the page, run once by one node, with a row that says how far it is. */
@Service
public class Verifications {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

    private final VerificationRows rows;
    private final AuditVerifier verifier;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Verifications(
            VerificationRows rows,
            AuditVerifier verifier,
            ObjectProvider<SchedulerClient> scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.verifier = verifier;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Verification> newest() {
        return rows.newest();
    }

    /** Asks for one; while one is on its way, that is the answer. */
    @Transactional
    public UUID request(PersonId person) {
        var running = rows.newest().filter(one -> !one.state().over());
        if (running.isPresent()) {
            return running.get().id();
        }
        var id = UUID.randomUUID();
        var now = clock.instant();
        rows.insert(id, person, now);
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        SealingConfiguration.VERIFY.instance(id.toString()).scheduledTo(now));
        events.publishEvent(AuditEvent.verificationRequested(person, now, id.toString()));
        return id;
    }

    /** Not in one transaction: what it reads may grow for minutes, and its progress is to be seen. */
    public void run(UUID id) {
        try {
            var report = verifier.verify(new Progress(id)::tell);
            rows.finished(id, report, clock.instant());
            report.broken()
                    .ifPresent(link -> log.error(
                            "The audit log is broken: {} at {}, no. {}", link.kind(), link.chain(), link.seq()));
        } catch (RuntimeException e) {
            log.error("The audit log could not be verified", e);
            rows.failed(id, clock.instant());
        }
    }

    /** Writes the first step and then one a second. */
    private final class Progress {

        private final UUID id;
        private Instant told = Instant.MIN;

        Progress(UUID id) {
            this.id = id;
        }

        void tell(AuditVerifier.Progress progress) {
            var now = clock.instant();
            if (told.equals(Instant.MIN) || !now.isBefore(told.plus(TOLD_EVERY))) {
                told = now;
                rows.reached(id, progress.done(), progress.total());
            }
        }
    }
}
