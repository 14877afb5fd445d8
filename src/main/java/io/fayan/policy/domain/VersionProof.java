package io.fayan.policy.domain;

import io.fayan.kernel.PersonId;
import io.fayan.policy.Proof;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consultation or a publication of a version, as somebody put it on record. */
@Entity
@Table(name = "policy_proof")
public class VersionProof {

    @Id
    private UUID id;

    @Column(name = "version_tag")
    private String version;

    @Enumerated(EnumType.STRING)
    private Proof.Kind kind;

    @Column(name = "happened_on")
    private LocalDate happenedOn;

    private @Nullable String remark;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "policy_proof_file", joinColumns = @JoinColumn(name = "proof_id"))
    @Column(name = "file_id")
    private Set<UUID> files;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected VersionProof() {}

    public VersionProof(
            UUID id,
            String version,
            Proof.Kind kind,
            LocalDate on,
            @Nullable String remark,
            Collection<UUID> files,
            PersonId by,
            Instant at) {
        this.id = id;
        this.version = version;
        this.kind = kind;
        this.happenedOn = on;
        this.remark = remark;
        this.files = new LinkedHashSet<>(files);
        this.recordedBy = by.value();
        this.recordedAt = at;
    }

    public String version() {
        return version;
    }

    public Proof view() {
        return new Proof(id, kind, happenedOn, remark, List.copyOf(files), new PersonId(recordedBy), recordedAt);
    }
}
