package io.fayan.speaking.domain;

import io.fayan.kernel.PersonId;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One reviewer's look at one version of a request. */
@Entity
@Table(name = "speaking_review")
public class Review {

    public enum Status {
        OPEN,
        /** Another reviewer returned the request; the clock stands still until the new version. */
        PAUSED,
        APPROVED,
        RETURNED,
        REJECTED,
        /** The round ended without it, or the new version does not need it. */
        DROPPED
    }

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", updatable = false)
    private SpeakingRequest request;

    @Enumerated(EnumType.STRING)
    private Reviewer reviewer;

    private @Nullable String addedBy;

    private @Nullable String addedBecause;

    private int round;

    private int versionNumber;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String assignee;

    private Instant openedAt;

    private Instant dueAt;

    private @Nullable Long remainingMillis;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    @Column(length = 2000)
    private @Nullable String reason;

    @Column(length = 1000)
    private @Nullable String conditions;

    protected Review() {}

    Review(
            SpeakingRequest request,
            Reviewer reviewer,
            int round,
            int versionNumber,
            @Nullable PersonId assignee,
            Instant openedAt,
            Instant dueAt) {
        this.id = UUID.randomUUID();
        this.request = request;
        this.reviewer = reviewer;
        this.round = round;
        this.versionNumber = versionNumber;
        this.status = Status.OPEN;
        this.assignee = assignee == null ? null : assignee.value();
        this.openedAt = openedAt;
        this.dueAt = dueAt;
    }

    void addedBy(PersonId person, String why) {
        addedBy = person.value();
        addedBecause = why;
    }

    void decide(Verdict verdict, PersonId by, String why, @Nullable String under, Instant now) {
        status = Status.valueOf(verdict.name());
        decidedBy = by.value();
        decidedAt = now;
        reason = why;
        conditions = under;
    }

    /** @param remaining working time left, zero when it is overdue */
    void pause(Duration remaining) {
        status = Status.PAUSED;
        remainingMillis = remaining.toMillis();
    }

    void resume(int nextRound, int version, Instant due) {
        status = Status.OPEN;
        round = nextRound;
        versionNumber = version;
        dueAt = due;
        remainingMillis = null;
    }

    void drop() {
        status = Status.DROPPED;
    }

    void seat(@Nullable PersonId person) {
        assignee = person == null ? null : person.value();
    }

    public UUID id() {
        return id;
    }

    public SpeakingRequest request() {
        return request;
    }

    public Reviewer reviewer() {
        return reviewer;
    }

    public int round() {
        return round;
    }

    /** The version it looks at or was given for. */
    public int version() {
        return versionNumber;
    }

    public Status status() {
        return status;
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    /** The one person it was given to; empty when it is offered to a group. */
    public Optional<PersonId> assignee() {
        return Optional.ofNullable(assignee).map(PersonId::new);
    }

    public Instant dueAt() {
        return dueAt;
    }

    /** Working time left when the clock was stopped. */
    public Duration remaining() {
        return Duration.ofMillis(remainingMillis == null ? 0 : remainingMillis);
    }

    public Optional<PersonId> addedBy() {
        return Optional.ofNullable(addedBy).map(PersonId::new);
    }

    public Optional<String> addedBecause() {
        return Optional.ofNullable(addedBecause);
    }

    public Optional<PersonId> decidedBy() {
        return Optional.ofNullable(decidedBy).map(PersonId::new);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<String> conditions() {
        return Optional.ofNullable(conditions);
    }
}
