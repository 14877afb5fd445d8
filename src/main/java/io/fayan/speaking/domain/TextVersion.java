package io.fayan.speaking.domain;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of what is to be said, never changed after it was written. */
@Entity
@Table(name = "speaking_text_version")
public class TextVersion {

    /** The longest text, in characters; far above every platform's own limit. */
    public static final int LONGEST = 20_000;

    /** Files that one version may carry. */
    public static final int MOST_ATTACHMENTS = 10;

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", updatable = false)
    private SpeakingRequest request;

    @Column(name = "version_number", updatable = false)
    private int number;

    @Column(length = 1_000_000, updatable = false)
    private String text;

    @Column(length = 64, updatable = false)
    private String sha256;

    @Column(length = 64, updatable = false)
    private String digest;

    @Column(updatable = false)
    private String attachments;

    @Column(updatable = false)
    private @Nullable String note;

    @Column(updatable = false)
    private String writtenBy;

    @Column(updatable = false)
    private Instant writtenAt;

    protected TextVersion() {}

    TextVersion(
            SpeakingRequest request,
            int number,
            String text,
            List<UUID> attachments,
            @Nullable String note,
            PersonId writtenBy,
            Instant writtenAt) {
        this.id = UUID.randomUUID();
        this.request = request;
        this.number = number;
        this.text = text;
        this.sha256 = Sha256.of(text).value();
        this.attachments = attachments.stream().map(UUID::toString).collect(Collectors.joining(","));
        this.digest = Sha256.of(sha256 + "\n" + this.attachments).value();
        this.note = note;
        this.writtenBy = writtenBy.value();
        this.writtenAt = writtenAt;
    }

    public int number() {
        return number;
    }

    public String text() {
        return text;
    }

    /** Of the text alone: what a grant is bound to. */
    /** Characters of the text that nobody sees, by their numbers in Unicode. */
    public List<String> hidden() {
        return HiddenCharacters.in(text);
    }

    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    /** Text and attachments unchanged: reviews given for the one stand for the other. */
    public boolean sameAs(TextVersion other) {
        return digest.equals(other.digest);
    }

    public List<UUID> attachments() {
        return attachments.isEmpty()
                ? List.of()
                : Arrays.stream(attachments.split(",")).map(UUID::fromString).toList();
    }

    /** What the requester says was changed; none on the first version. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public PersonId writtenBy() {
        return new PersonId(writtenBy);
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
