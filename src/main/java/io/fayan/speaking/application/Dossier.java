package io.fayan.speaking.application;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.platform.files.Files.StoredFile;
import io.fayan.platform.web.TimelineEntry;
import io.fayan.speaking.application.Labels.AccountLine;
import io.fayan.speaking.application.Labels.Code;
import io.fayan.speaking.application.Labels.ReasonLine;
import io.fayan.speaking.application.TextDifference.Part;
import io.fayan.speaking.application.Whereabouts.Now;
import io.fayan.speaking.application.Whereabouts.OpenStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a request's page tells, in the reader's language.
 *
 * @param now with whom it is; null when it is over
 * @param yours the reader's own open step that is due first
 */
public record Dossier(
        String number,
        String title,
        Standing standing,
        @Nullable Now now,
        @Nullable OpenStep yours,
        Facts facts,
        Version current,
        List<Version> versions,
        List<ReasonLine> risk,
        List<Why> why,
        List<ReviewRow> reviews,
        List<QuestionRow> questions,
        List<TimelineEntry> timeline,
        @Nullable Granted granted,
        @Nullable Published published,
        List<StepRow> steps,
        Actions actions) {

    /** @param tone of the pill: done, active, waiting, stopped or neutral */
    public record Standing(Code status, String tone, boolean ended, @Nullable Instant closedAt) {}

    public record Facts(
            PersonId requester,
            PersonId speaker,
            Code channel,
            @Nullable AccountLine account,
            @Nullable String occasion,
            Code speakingAs,
            List<Code> contentClasses,
            Code audience,
            String purpose,
            Instant windowFrom,
            Instant windowUntil,
            @Nullable String urgentReason,
            Code risk,
            String policyVersion,
            Instant submittedAt) {}

    public record Version(
            int number,
            String text,
            List<String> hidden,
            Sha256 sha256,
            PersonId writtenBy,
            Instant writtenAt,
            @Nullable String note,
            List<StoredFile> attachments) {}

    public record Why(String reviewer, List<ReasonLine> reasons) {}

    /** @param due null when nobody waits for it any more, or its clock stands still */
    public record ReviewRow(
            String reviewer,
            Code status,
            String tone,
            @Nullable PersonId person,
            @Nullable Instant decidedAt,
            @Nullable Instant due,
            @Nullable String reason,
            @Nullable String conditions,
            int version,
            @Nullable PersonId addedBy,
            @Nullable String addedBecause) {}

    public record QuestionRow(
            PersonId askedBy,
            String question,
            Instant askedAt,
            Instant due,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    public record Condition(String reviewer, String text) {}

    /** @param seal one to a few characters for the stamp */
    public record Granted(
            Code status,
            String seal,
            Instant sealedAt,
            Sha256 sha256,
            int version,
            Instant from,
            Instant until,
            Instant grantedAt,
            @Nullable Instant endedAt,
            @Nullable String endedBecause,
            List<Condition> conditions) {}

    /** @param difference from what was granted; empty when it is the same text */
    public record Published(
            @Nullable String link,
            Instant publishedAt,
            boolean inWindow,
            boolean asGranted,
            PersonId reportedBy,
            Instant reportedAt,
            Sha256 sha256,
            List<Part> difference,
            @Nullable Code decision,
            @Nullable String decisionNote,
            @Nullable PersonId decidedBy) {}

    public record StepRow(String element, String name, Progress.State state) {}

    /** What the reader could do on the page; whoever tries more is refused by the use case. */
    public record Actions(boolean withdraw, boolean nudge, boolean revoke, List<OpenStep> reassign) {
        public boolean any() {
            return withdraw || nudge || revoke || !reassign.isEmpty();
        }
    }
}
