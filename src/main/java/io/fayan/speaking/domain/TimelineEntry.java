package io.fayan.speaking.domain;

import io.fayan.kernel.PersonId;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.SpeakingFact;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a request's story: who did what, when, why, on which version. */
@Entity
@Table(name = "speaking_timeline")
public class TimelineEntry {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", updatable = false)
    private SpeakingRequest request;

    private int entryNumber;

    private Instant happenedAt;

    private String actor;

    @Enumerated(EnumType.STRING)
    private SpeakingFact.Kind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable Reviewer reviewer;

    private int versionNumber;

    private @Nullable String otherPerson;

    @Column(length = 2000)
    private @Nullable String note;

    protected TimelineEntry() {}

    TimelineEntry(
            SpeakingRequest request,
            int entryNumber,
            Instant happenedAt,
            PersonId actor,
            SpeakingFact.Kind kind,
            @Nullable Reviewer reviewer,
            int versionNumber,
            @Nullable PersonId otherPerson,
            @Nullable String note) {
        this.id = UUID.randomUUID();
        this.request = request;
        this.entryNumber = entryNumber;
        this.happenedAt = happenedAt;
        this.actor = actor.value();
        this.kind = kind;
        this.reviewer = reviewer;
        this.versionNumber = versionNumber;
        this.otherPerson = otherPerson == null ? null : otherPerson.value();
        this.note = note;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public PersonId actor() {
        return new PersonId(actor);
    }

    public SpeakingFact.Kind kind() {
        return kind;
    }

    public Optional<Reviewer> reviewer() {
        return Optional.ofNullable(reviewer);
    }

    public int version() {
        return versionNumber;
    }

    public Optional<PersonId> otherPerson() {
        return Optional.ofNullable(otherPerson).map(PersonId::new);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }
}
