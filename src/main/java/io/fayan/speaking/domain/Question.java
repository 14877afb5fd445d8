package io.fayan.speaking.domain;

import io.fayan.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a reviewer asked the requester without deciding. */
@Entity
@Table(name = "speaking_question")
public class Question {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", updatable = false)
    private SpeakingRequest request;

    private UUID reviewId;

    private String askedBy;

    @Column(length = 2000)
    private String question;

    private Instant askedAt;

    private Instant dueAt;

    private @Nullable Instant answeredAt;

    @Column(length = 2000)
    private @Nullable String answer;

    protected Question() {}

    Question(
            SpeakingRequest request, UUID reviewId, PersonId askedBy, String question, Instant askedAt, Instant dueAt) {
        this.id = UUID.randomUUID();
        this.request = request;
        this.reviewId = reviewId;
        this.askedBy = askedBy.value();
        this.question = question;
        this.askedAt = askedAt;
        this.dueAt = dueAt;
    }

    void answer(String text, Instant now) {
        answer = text;
        answeredAt = now;
    }

    public UUID id() {
        return id;
    }

    public PersonId askedBy() {
        return new PersonId(askedBy);
    }

    public String text() {
        return question;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }
}
