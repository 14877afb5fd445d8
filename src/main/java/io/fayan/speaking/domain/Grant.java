package io.fayan.speaking.domain;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The company's word: this person may say exactly this text, there, in this window. */
@Entity
@Table(name = "speaking_grant")
public class Grant {

    public enum Status {
        ACTIVE,
        USED,
        LAPSED,
        REVOKED
    }

    @Id
    private UUID id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", updatable = false)
    private SpeakingRequest request;

    private int versionNumber;

    @Column(length = 64)
    private String sha256;

    private String speaker;

    private @Nullable String account;

    private @Nullable String occasion;

    private Instant validFrom;

    private Instant validUntil;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant grantedAt;

    private @Nullable Instant endedAt;

    private @Nullable String endedBy;

    @Column(length = 2000)
    private @Nullable String endedBecause;

    protected Grant() {}

    Grant(SpeakingRequest request, Instant now) {
        this.id = UUID.randomUUID();
        this.request = request;
        this.versionNumber = request.currentVersion().number();
        this.sha256 = request.currentVersion().sha256().value();
        this.speaker = request.speaker().value();
        this.account = request.scope().account().orElse(null);
        this.occasion = request.scope().occasion().orElse(null);
        this.validFrom = request.scope().windowFrom();
        this.validUntil = request.scope().windowUntil();
        this.status = Status.ACTIVE;
        this.grantedAt = now;
    }

    void end(Status how, PersonId by, @Nullable String because, Instant now) {
        status = how;
        endedBy = by.value();
        endedBecause = because;
        endedAt = now;
    }

    public int version() {
        return versionNumber;
    }

    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    public Instant validFrom() {
        return validFrom;
    }

    public Instant validUntil() {
        return validUntil;
    }

    /** Whether something that was published then was published in the window; times are reported to the minute. */
    public boolean covers(Instant moment) {
        return !moment.isBefore(validFrom.truncatedTo(ChronoUnit.MINUTES)) && !moment.isAfter(validUntil);
    }

    public Status status() {
        return status;
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> endedBecause() {
        return Optional.ofNullable(endedBecause);
    }
}
