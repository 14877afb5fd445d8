package io.fayan.speaking.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fayan.accounts.Accounts;
import io.fayan.accounts.SocialPlatform;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.platform.web.Times;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.application.Labels.AccountLine;
import io.fayan.speaking.application.Labels.Code;
import io.fayan.speaking.application.Labels.CodeWithHelp;
import io.fayan.speaking.application.Labels.FileLine;
import io.fayan.speaking.application.Labels.PersonLine;
import io.fayan.speaking.application.Labels.ReasonLine;
import io.fayan.speaking.application.TextDifference.Part;
import io.fayan.speaking.domain.Ground;
import io.fayan.speaking.domain.Review;
import io.fayan.speaking.domain.SpeakingRequest;
import io.fayan.speaking.domain.TextVersion;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What several forms show alike, in the reader's language. */
@Component
class FormParts {

    private final Labels labels;
    private final Windows windows;
    private final Accounts accounts;
    private final WorkList workList;
    private final Times times;

    FormParts(Labels labels, Windows windows, Accounts accounts, WorkList workList, Times times) {
        this.labels = labels;
        this.windows = windows;
        this.accounts = accounts;
        this.workList = workList;
        this.times = times;
    }

    String language() {
        return labels.language().toLanguageTag();
    }

    /** When the step is due, in words; empty when it is not. */
    String due(TaskRef task) {
        return workList.find(task.id())
                .map(WorkItem::dueAt)
                .map(times::dateTime)
                .orElse("");
    }

    /** Why this reviewer is asked. */
    List<ReasonLine> reasons(String policyVersion, List<Ground> grounds, Reviewer reviewer) {
        return grounds.stream()
                .filter(ground -> ground.table().equals(Judgement.REVIEWERS))
                .filter(ground -> ground.outcome().equals(reviewer.name()))
                .map(ground -> labels.reason(policyVersion, ground))
                .distinct()
                .toList();
    }

    List<CodeWithHelp> contentClasses() {
        return Arrays.stream(ContentClass.values())
                .map(value -> labels.codeWithHelp("contentClass", value))
                .toList();
    }

    /** Characters that one post on the platform may have. */
    @Nullable
    Integer limit(String platform) {
        return accounts.platform(platform).map(SocialPlatform::textLimit).orElse(null);
    }

    // ---- the request ----

    public record WindowLine(Instant from, Instant until, String fromText, String untilText) {}

    public record VersionLine(
            int number,
            String text,
            List<String> hidden,
            String sha256,
            @JsonProperty("short") String shortHash,
            String createdAtText) {}

    VersionLine version(TextVersion version) {
        return new VersionLine(
                version.number(),
                version.text(),
                version.hidden(),
                version.sha256().value(),
                version.sha256().abbreviated(),
                times.dateTime(version.writtenAt()));
    }

    public record Difference(int fromVersion, @Nullable String note, List<Part> parts) {}

    public record ReviewLine(
            String code,
            String label,
            Code status,
            @Nullable PersonLine by,
            @Nullable String atText,
            @Nullable String reason,
            @Nullable String conditions,
            int version) {}

    public record QuestionLine(
            PersonLine by,
            String question,
            String askedAtText,
            @Nullable String answer,
            @Nullable String answeredAtText) {}

    public record RequestFacts(
            String number,
            String page,
            String title,
            PersonLine requester,
            PersonLine speaker,
            Code channel,
            @Nullable AccountLine account,
            @Nullable String occasion,
            Code speakingAs,
            List<Code> contentClasses,
            Code audience,
            String purpose,
            WindowLine window,
            boolean urgent,
            @Nullable String urgentReason,
            Code risk,
            VersionLine version,
            @Nullable Difference difference,
            List<FileLine> attachments,
            List<ReviewLine> reviews,
            List<QuestionLine> questions) {}

    /** A request's facts in the reader's language; the caller has checked that the reader may see it. */
    RequestFacts facts(SpeakingRequest request) {
        var scope = request.scope();
        var version = request.currentVersion();
        return new RequestFacts(
                request.number().value(),
                SpeakingNumbers.path(request.number()),
                request.title(),
                labels.person(request.requester()),
                labels.person(request.speaker()),
                labels.code("channel", scope.channel()),
                labels.account(scope.account().orElse(null)),
                scope.occasion().orElse(null),
                labels.code("speakingAs", scope.speakingAs()),
                scope.contentClasses().stream()
                        .map(one -> labels.code("contentClass", one))
                        .toList(),
                labels.code("audience", scope.audience()),
                request.purpose(),
                new WindowLine(
                        scope.windowFrom(),
                        scope.windowUntil(),
                        times.dateTime(scope.windowFrom()),
                        times.dateTime(scope.windowUntil())),
                request.urgent(),
                request.urgentReason().orElse(null),
                labels.code("risk", request.risk()),
                version(version),
                difference(request),
                labels.files(version.attachments()),
                request.reviews().stream()
                        .filter(review -> review.status() != Review.Status.DROPPED)
                        .map(this::line)
                        .toList(),
                request.questions().stream()
                        .map(question -> new QuestionLine(
                                labels.person(question.askedBy()),
                                question.text(),
                                times.dateTime(question.askedAt()),
                                question.answer().orElse(null),
                                question.answeredAt().map(times::dateTime).orElse(null)))
                        .toList());
    }

    private @Nullable Difference difference(SpeakingRequest request) {
        var version = request.currentVersion();
        if (version.number() == 1) {
            return null;
        }
        var previous = request.version(version.number() - 1);
        return new Difference(
                previous.number(),
                version.note().orElse(null),
                TextDifference.between(previous.text(), version.text()));
    }

    private ReviewLine line(Review review) {
        return new ReviewLine(
                review.reviewer().name(),
                labels.code("reviewer", review.reviewer()).label(),
                labels.code("speaking.review", review.status()),
                review.decidedBy().or(review::assignee).map(labels::person).orElse(null),
                review.decidedAt().map(times::dateTime).orElse(null),
                review.reason().orElse(null),
                review.conditions().orElse(null),
                review.version());
    }

    // ---- the grant ----

    public record ConditionLine(String by, String text) {}

    public record GrantLine(
            String text,
            String sha256,
            @JsonProperty("short") String shortHash,
            String fromText,
            String untilText,
            LocalDateTime from,
            LocalDateTime until,
            List<ConditionLine> conditions,
            @Nullable AccountLine account,
            @Nullable String occasion) {}

    /** The grant as people read it. */
    GrantLine grant(SpeakingRequest request) {
        var grant = request.grant().orElseThrow();
        return new GrantLine(
                request.version(grant.version()).text(),
                grant.sha256().value(),
                grant.sha256().abbreviated(),
                times.dateTime(grant.validFrom()),
                times.dateTime(grant.validUntil()),
                windows.local(grant.validFrom()),
                windows.local(grant.validUntil()),
                request.conditions().entrySet().stream()
                        .map(entry -> new ConditionLine(
                                labels.code("reviewer", entry.getKey()).label(), entry.getValue()))
                        .toList(),
                labels.account(request.scope().account().orElse(null)),
                request.scope().occasion().orElse(null));
    }
}
