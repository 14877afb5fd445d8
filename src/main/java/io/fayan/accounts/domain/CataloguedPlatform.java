package io.fayan.accounts.domain;

import io.fayan.accounts.SocialPlatform;
import io.fayan.kernel.LocalisedName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "social_platform")
public class CataloguedPlatform {

    @Id
    private String code;

    @Column(name = "name_zh_cn")
    private String nameZhCn;

    @Column(name = "name_zh_tw")
    private String nameZhTw;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "text_limit")
    private @Nullable Integer textLimit;

    @Column(name = "terms_url")
    private @Nullable String termsUrl;

    @Version
    private @Nullable Long version;

    protected CataloguedPlatform() {}

    public CataloguedPlatform(SocialPlatform platform) {
        code = platform.code();
        take(platform);
    }

    /** Takes over new facts under the same code. @return whether anything is different now */
    public boolean become(SocialPlatform platform) {
        if (!platform.code().equals(code)) {
            throw new IllegalArgumentException("A platform keeps its code");
        }
        var different = !platform.equals(view());
        take(platform);
        return different;
    }

    private void take(SocialPlatform platform) {
        nameZhCn = platform.name().zhCn();
        nameZhTw = platform.name().zhTw();
        nameEn = platform.name().en();
        textLimit = platform.textLimit();
        termsUrl = platform.termsUrl();
    }

    public SocialPlatform view() {
        return new SocialPlatform(code, new LocalisedName(nameZhCn, nameZhTw, nameEn), textLimit, termsUrl);
    }
}
