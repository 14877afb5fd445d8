package io.fayan.policy.domain;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.policy.Knowledge;
import io.fayan.policy.MadeKnown;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One way in which a version was made known to one person. */
@Entity
@Table(name = "policy_knowledge")
public class KnownVersion {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private String person;

    @Column(name = "version_tag")
    private String version;

    @Column(name = "text_hash")
    private String textHash;

    @Column(name = "made_known_on")
    private LocalDate madeKnownOn;

    @Enumerated(EnumType.STRING)
    private MadeKnown how;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected KnownVersion() {}

    public KnownVersion(Knowledge knowledge, PersonId by, Instant at) {
        this.id = UUID.randomUUID();
        this.person = knowledge.person().value();
        this.version = knowledge.version();
        this.textHash = knowledge.textHash().value();
        this.madeKnownOn = knowledge.on();
        this.how = knowledge.how();
        this.recordedBy = by.value();
        this.recordedAt = at;
    }

    public Knowledge view() {
        return new Knowledge(new PersonId(person), version, new Sha256(textHash), madeKnownOn, how);
    }
}
