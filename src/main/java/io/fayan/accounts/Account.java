package io.fayan.accounts;

import io.fayan.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A social-media account in the register.
 *
 * @param code the company's own, for example {@code WB-MAIN}
 * @param platform code of the {@link SocialPlatform}
 * @param handle as the platform shows it
 * @param owner answers for its safety (clause 3.2.a)
 * @param backupOwner can get in when the owner cannot; null for personal accounts
 */
public record Account(
        String code,
        String platform,
        String handle,
        String name,
        AccountKind kind,
        PersonId owner,
        @Nullable PersonId backupOwner,
        AccountStatus status) {

    public boolean usable() {
        return status == AccountStatus.ACTIVE;
    }
}
