package io.fayan.policy.domain;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How the company reads a clause of one version, with author and date. Never changed: a later note says it better. */
@Entity
@Table(name = "policy_note")
public class InterpretationNote {

    /** Characters. */
    public static final int LONGEST = 2000;

    @Id
    private UUID id;

    @Column(name = "version_tag")
    private String version;

    private String clause;

    private String author;

    @Column(name = "noted_at")
    private Instant notedAt;

    @Column(name = "text_zh_cn")
    private String textZhCn;

    @Column(name = "text_zh_tw")
    private String textZhTw;

    @Column(name = "text_en")
    private String textEn;

    protected InterpretationNote() {}

    public InterpretationNote(
            UUID id, String version, String clause, String zhCn, String zhTw, String en, PersonId author, Instant at) {
        this.id = id;
        this.version = version;
        this.clause = clause;
        this.textZhCn = zhCn;
        this.textZhTw = zhTw;
        this.textEn = en;
        this.author = author.value();
        this.notedAt = at;
    }

    public String clause() {
        return clause;
    }

    public PersonId author() {
        return new PersonId(author);
    }

    public Instant notedAt() {
        return notedAt;
    }

    public String text(Language language) {
        return switch (language) {
            case ZH_CN -> textZhCn;
            case ZH_TW -> textZhTw;
            case EN -> textEn;
        };
    }

    public Sha256 textHash() {
        return Sha256.of(textZhCn + '\n' + textZhTw + '\n' + textEn);
    }
}
