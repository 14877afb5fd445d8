package io.fayan.speaking.application;

import io.fayan.speaking.Audience;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.SpeakingAs;
import io.fayan.speaking.domain.TextVersion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as somebody files it.
 *
 * @param windowFrom in the company's zone
 * @param windowUntil in the company's zone
 * @param speaker personnel number; none for oneself
 */
public record Filing(
        @NotNull Channel channel,
        @Nullable @Size(max = 40) String account,
        @Nullable @Size(max = 200) String occasion,
        @NotBlank @Size(max = 120) String title,
        @NotBlank @Size(max = TextVersion.LONGEST) String text,
        @Size(max = TextVersion.MOST_ATTACHMENTS) List<UUID> attachments,
        @NotNull SpeakingAs speakingAs,
        @NotEmpty Set<ContentClass> contentClasses,
        @NotNull Audience audience,
        @NotBlank @Size(max = 500) String purpose,
        @NotNull LocalDateTime windowFrom,
        @NotNull LocalDateTime windowUntil,
        boolean urgent,
        @Nullable @Size(max = 500) String urgentReason,
        @Nullable @Size(max = 32) String speaker) {}
