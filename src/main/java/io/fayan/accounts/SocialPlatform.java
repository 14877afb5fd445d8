package io.fayan.accounts;

import io.fayan.kernel.LocalisedName;
import org.jspecify.annotations.Nullable;

/**
 * Any platform or tool used on the internet; the catalogue is open (clause 2.1).
 *
 * @param textLimit characters that one post may have; null where there is no practical limit
 * @param termsUrl the user agreement that staff respect (clause 3.2.b); null when the platform publishes none
 */
public record SocialPlatform(String code, LocalisedName name, @Nullable Integer textLimit, @Nullable String termsUrl) {

    public SocialPlatform {
        if (textLimit != null && textLimit < 1) {
            throw new IllegalArgumentException("A text limit is at least one character");
        }
    }
}
