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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was really said, where and when, as the requester filed it. */
@Entity
@Table(name = "speaking_publication")
public class Publication {

    /** What communications made of a difference. */
    public enum Decision {
        CLOSED,
        KEPT_FOR_REPORT
    }

    @Id
    private UUID id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", updatable = false)
    private SpeakingRequest request;

    private @Nullable String link;

    private Instant publishedAt;

    @Column(length = 1_000_000)
    private String text;

    @Column(length = 64)
    private String sha256;

    private boolean asGranted;

    private String reportedBy;

    private Instant reportedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    @Column(length = 2000)
    private @Nullable String decisionNote;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    protected Publication() {}

    Publication(
            SpeakingRequest request,
            @Nullable String link,
            Instant publishedAt,
            String text,
            boolean asGranted,
            PersonId reportedBy,
            Instant reportedAt) {
        this.id = UUID.randomUUID();
        this.request = request;
        this.link = link;
        this.publishedAt = publishedAt;
        this.text = text;
        this.sha256 = Sha256.of(text).value();
        this.asGranted = asGranted;
        this.reportedBy = reportedBy.value();
        this.reportedAt = reportedAt;
    }

    void examine(Decision verdict, String note, PersonId by, Instant now) {
        decision = verdict;
        decisionNote = note;
        decidedBy = by.value();
        decidedAt = now;
    }

    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public String text() {
        return text;
    }

    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    public boolean asGranted() {
        return asGranted;
    }

    public PersonId reportedBy() {
        return new PersonId(reportedBy);
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    public Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }

    public Optional<String> decisionNote() {
        return Optional.ofNullable(decisionNote);
    }

    public Optional<PersonId> decidedBy() {
        return Optional.ofNullable(decidedBy).map(PersonId::new);
    }
}
