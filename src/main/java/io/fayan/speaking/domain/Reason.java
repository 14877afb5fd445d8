package io.fayan.speaking.domain;

import io.fayan.speaking.ContentClass;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row of a decision table that led to a request's risk or to one of its reviewers. */
@Entity
@Table(name = "speaking_reason")
public class Reason {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", updatable = false)
    private SpeakingRequest request;

    private int versionNumber;

    private String decisionTable;

    private String rule;

    private String clause;

    @Enumerated(EnumType.STRING)
    private ContentClass contentClass;

    private String outcome;

    protected Reason() {}

    Reason(SpeakingRequest request, int versionNumber, Ground ground) {
        this.id = UUID.randomUUID();
        this.request = request;
        this.versionNumber = versionNumber;
        this.decisionTable = ground.table();
        this.rule = ground.rule();
        this.clause = ground.clause();
        this.contentClass = ground.contentClass();
        this.outcome = ground.outcome();
    }

    public int version() {
        return versionNumber;
    }

    public Ground ground() {
        return new Ground(decisionTable, rule, clause, contentClass, outcome);
    }
}
