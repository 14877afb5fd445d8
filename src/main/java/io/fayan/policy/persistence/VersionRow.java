package io.fayan.policy.persistence;

import io.fayan.kernel.BusinessNumber;
import io.fayan.policy.domain.Language;
import io.fayan.policy.domain.VersionText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

@Entity
@Table(name = "policy_version")
class VersionRow {

    @Id
    @Column(length = 16)
    private String tag;

    @Column(nullable = false, length = 14)
    private String number;

    @Column(name = "in_force_from", nullable = false)
    private Instant inForceFrom;

    @Column(name = "title_zh_cn", nullable = false, length = 200)
    private String titleZhCn;

    @Column(name = "title_zh_tw", nullable = false, length = 200)
    private String titleZhTw;

    @Column(name = "title_en", nullable = false, length = 200)
    private String titleEn;

    @Column(name = "text_hash", nullable = false, length = 64)
    private String textHash;

    protected VersionRow() {}

    VersionRow(VersionText text, BusinessNumber number) {
        this.tag = text.tag();
        this.number = number.value();
        this.inForceFrom = text.inForceFrom();
        this.titleZhCn = text.titles().get(Language.ZH_CN);
        this.titleZhTw = text.titles().get(Language.ZH_TW);
        this.titleEn = text.titles().get(Language.EN);
        this.textHash = text.hash().value();
    }

    String tag() {
        return tag;
    }

    BusinessNumber number() {
        return new BusinessNumber(number);
    }

    Instant inForceFrom() {
        return inForceFrom;
    }

    String textHash() {
        return textHash;
    }

    Map<Language, String> titles() {
        return Map.of(Language.ZH_CN, titleZhCn, Language.ZH_TW, titleZhTw, Language.EN, titleEn);
    }
}
