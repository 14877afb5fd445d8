package io.fayan.speaking.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fayan.accounts.Accounts;
import io.fayan.accounts.SocialPlatform;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.platform.web.Times;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.policy.Policy;
import io.fayan.speaking.Audience;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.SpeakingAs;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the human steps show, in the reader's language. The shapes are those that the embedded forms read. */
@Service
@Transactional(readOnly = true)
public class FormContexts {

    private static final int MOST_COLLEAGUES = 50;

    private final Ledger ledger;
    private final Labels labels;
    private final Judgement judgement;
    private final Windows windows;
    private final Accounts accounts;
    private final People people;
    private final Policy policy;
    private final WorkingDays calendar;
    private final WorkList workList;
    private final Times times;
    private final Clock clock;

    FormContexts(
            Ledger ledger,
            Labels labels,
            Judgement judgement,
            Windows windows,
            Accounts accounts,
            People people,
            Policy policy,
            WorkingDays calendar,
            WorkList workList,
            Times times,
            Clock clock) {
        this.ledger = ledger;
        this.labels = labels;
        this.judgement = judgement;
        this.windows = windows;
        this.accounts = accounts;
        this.people = people;
        this.policy = policy;
        this.calendar = calendar;
        this.workList = workList;
        this.times = times;
        this.clock = clock;
    }

    // ---- filing ----

    /** @param limit characters that one post on the platform may have */
    public record AccountChoice(
            String code,
            String platform,
            String platformName,
            String handle,
            String name,
            String kind,
            @Nullable Integer limit) {}

    /** @param earliestFrom the first minute in which the window may begin */
    public record FilingContext(
            String language,
            PersonLine person,
            String zone,
            LocalDateTime now,
            LocalDateTime earliestFrom,
            int longestWindowDays,
            int maxText,
            List<AccountChoice> accounts,
            List<Code> channels,
            List<Code> speakingAs,
            List<CodeWithHelp> contentClasses,
            List<Code> audiences) {}

    public FilingContext filing(PersonId person) {
        var now = clock.instant();
        return new FilingContext(
                language(),
                labels.person(person),
                calendar.zone().getId(),
                windows.local(now),
                windows.earliest(now),
                windows.longest(policy.inForce(now)).amount(),
                TextVersion.LONGEST,
                accounts.usableBy(person).stream()
                        .map(account -> new AccountChoice(
                                account.code(),
                                account.platform(),
                                labels.platformName(account.platform()),
                                account.handle(),
                                account.name(),
                                account.kind().name(),
                                limit(account.platform())))
                        .toList(),
                labels.codes("channel", Channel.class),
                labels.codes("speakingAs", SpeakingAs.class),
                contentClasses(),
                labels.codes("audience", Audience.class));
    }

    private @Nullable Integer limit(String platform) {
        return accounts.platform(platform).map(SocialPlatform::textLimit).orElse(null);
    }

    private List<CodeWithHelp> contentClasses() {
        return Arrays.stream(ContentClass.values())
                .map(value -> labels.codeWithHelp("contentClass", value))
                .toList();
    }

    /** An old request as the beginning of a new one; the window is not copied, it is over. */
    public record Copy(
            Channel channel,
            @Nullable String account,
            @Nullable String occasion,
            String title,
            String text,
            SpeakingAs speakingAs,
            Set<ContentClass> contentClasses,
            Audience audience,
            String purpose,
            @Nullable String speaker) {}

    public Copy copy(BusinessNumber number) {
        var request = ledger.read(number);
        return new Copy(
                request.channel(),
                request.account().orElse(null),
                request.occasion().orElse(null),
                request.title(),
                request.currentVersion().text(),
                request.speakingAs(),
                request.contentClasses(),
                request.audience(),
                request.purpose(),
                request.speaker().equals(request.requester())
                        ? null
                        : request.speaker().value());
    }

    public record ReviewerPreview(String code, String label, List<ReasonLine> reasons) {}

    public record Preview(Code risk, List<ReviewerPreview> reviewers) {}

    /** Who would review, and why, before anything is sent. */
    public Preview preview(
            Channel channel,
            SpeakingAs speakingAs,
            Set<ContentClass> contentClasses,
            Audience audience,
            boolean attachments) {
        var version = policy.inForce(clock.instant());
        var judged = judgement.judge(
                version, new Judgement.Facts(channel, speakingAs, contentClasses, audience, attachments));
        return new Preview(
                labels.code("risk", judged.risk()),
                judged.reviewers().stream()
                        .map(reviewer -> new ReviewerPreview(
                                reviewer.name(),
                                labels.code("reviewer", reviewer).label(),
                                reasons(version, judged.grounds(), reviewer)))
                        .toList());
    }

    private List<ReasonLine> reasons(String policyVersion, List<Ground> grounds, Reviewer reviewer) {
        return grounds.stream()
                .filter(ground -> ground.table().equals(Judgement.REVIEWERS))
                .filter(ground -> ground.outcome().equals(reviewer.name()))
                .map(ground -> labels.reason(policyVersion, ground))
                .distinct()
                .toList();
    }

    // ---- the request, as every form shows it ----

    public record WindowLine(Instant from, Instant until, String fromText, String untilText) {}

    public record VersionLine(
            int number, String text, String sha256, @JsonProperty("short") String shortHash, String createdAtText) {
        static VersionLine of(TextVersion version, Times times) {
            return new VersionLine(
                    version.number(),
                    version.text(),
                    version.sha256().value(),
                    version.sha256().abbreviated(),
                    times.dateTime(version.writtenAt()));
        }
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
    public RequestFacts facts(SpeakingRequest request) {
        var version = request.currentVersion();
        return new RequestFacts(
                request.number().value(),
                SpeakingNumbers.path(request.number()),
                request.title(),
                labels.person(request.requester()),
                labels.person(request.speaker()),
                labels.code("channel", request.channel()),
                labels.account(request.account().orElse(null)),
                request.occasion().orElse(null),
                labels.code("speakingAs", request.speakingAs()),
                request.contentClasses().stream()
                        .map(one -> labels.code("contentClass", one))
                        .toList(),
                labels.code("audience", request.audience()),
                request.purpose(),
                new WindowLine(
                        request.windowFrom(),
                        request.windowUntil(),
                        times.dateTime(request.windowFrom()),
                        times.dateTime(request.windowUntil())),
                request.urgent(),
                request.urgentReason().orElse(null),
                labels.code("risk", request.risk()),
                VersionLine.of(version, times),
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

    // ---- reviewing ----

    public record ReviewContext(
            String language,
            @JsonUnwrapped RequestFacts facts,
            Code reviewer,
            List<ReasonLine> reasons,
            @Nullable String addedBecause,
            String dueText,
            boolean overdue,
            boolean canGiveBack,
            List<PersonLine> colleagues,
            List<Code> addable) {}

    public ReviewContext review(TaskRef task) {
        var request = ledger.read(task.matter());
        var review = request.review(UUID.fromString(Objects.requireNonNull(task.item())));
        var busy = request.openReviews().stream().map(Review::reviewer).toList();
        return new ReviewContext(
                language(),
                facts(request),
                labels.code("reviewer", review.reviewer()),
                reasons(request.policyVersion(), request.grounds(), review.reviewer()),
                review.addedBecause().orElse(null),
                times.dateTime(review.dueAt()),
                review.dueAt().isBefore(clock.instant()),
                review.reviewer().role().isPresent(),
                colleagues(request, review, task.person()),
                Arrays.stream(Reviewer.values())
                        .filter(reviewer -> !busy.contains(reviewer))
                        .map(reviewer -> labels.code("reviewer", reviewer))
                        .toList());
    }

    /** Whom it can be handed to: the reviewer's own group, or the line manager's peers in the leads' group. */
    private List<PersonLine> colleagues(SpeakingRequest request, Review review, PersonId self) {
        return people.holders(ReviewDesk.group(review)).stream()
                .filter(person -> !person.equals(self) && !request.own(person))
                .limit(MOST_COLLEAGUES)
                .map(labels::person)
                .toList();
    }

    // ---- answering, correcting ----

    public record AskedLine(PersonLine by, String text, String askedAtText) {}

    public record QuestionContext(
            String language,
            String number,
            String page,
            String title,
            AskedLine question,
            VersionLine version,
            String dueText) {}

    public QuestionContext question(TaskRef task) {
        var request = ledger.read(task.matter());
        var question = request.question(UUID.fromString(Objects.requireNonNull(task.item())));
        return new QuestionContext(
                language(),
                request.number().value(),
                SpeakingNumbers.path(request.number()),
                request.title(),
                new AskedLine(labels.person(question.askedBy()), question.text(), times.dateTime(question.askedAt())),
                VersionLine.of(request.currentVersion(), times),
                due(task));
    }

    public record ReturnedLine(String label, PersonLine by, String reason, String atText) {}

    public record Editable(
            String text,
            Set<ContentClass> contentClasses,
            LocalDateTime windowFrom,
            LocalDateTime windowUntil,
            List<FileLine> attachments) {}

    public record CorrectionContext(
            String language,
            @JsonUnwrapped RequestFacts facts,
            List<ReturnedLine> returned,
            Editable editable,
            List<CodeWithHelp> contentClassChoices,
            int maxText,
            @Nullable Integer limit,
            String dueText) {}

    public CorrectionContext correction(TaskRef task) {
        var request = ledger.read(task.matter());
        var version = request.currentVersion();
        return new CorrectionContext(
                language(),
                facts(request),
                request.reviews().stream()
                        .filter(review -> review.status() == Review.Status.RETURNED)
                        .filter(review -> review.version() == version.number())
                        .map(review -> new ReturnedLine(
                                labels.code("reviewer", review.reviewer()).label(),
                                labels.person(review.decidedBy().orElse(PersonId.SYSTEM)),
                                review.reason().orElse(""),
                                times.dateTime(review.decidedAt().orElse(request.submittedAt()))))
                        .toList(),
                new Editable(
                        version.text(),
                        request.contentClasses(),
                        windows.local(request.windowFrom()),
                        windows.local(request.windowUntil()),
                        labels.files(version.attachments())),
                contentClasses(),
                TextVersion.LONGEST,
                request.account()
                        .flatMap(accounts::find)
                        .map(account -> limit(account.platform()))
                        .orElse(null),
                due(task));
    }

    // ---- publishing, examining ----

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

    public record PublicationContext(
            String language,
            String number,
            String page,
            String title,
            GrantLine grant,
            boolean linkNeeded,
            LocalDateTime now,
            String zone,
            String dueText) {}

    public PublicationContext publication(TaskRef task) {
        var request = ledger.read(task.matter());
        return new PublicationContext(
                language(),
                request.number().value(),
                SpeakingNumbers.path(request.number()),
                request.title(),
                grant(request),
                request.channel() != Channel.OCCASION,
                windows.local(clock.instant()),
                calendar.zone().getId(),
                due(task));
    }

    /** The grant as people read it. */
    public GrantLine grant(SpeakingRequest request) {
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
                labels.account(request.account().orElse(null)),
                request.occasion().orElse(null));
    }

    public record ExaminationContext(
            String language,
            String number,
            String page,
            String title,
            PersonLine requester,
            @Nullable String link,
            String publishedAtText,
            boolean inWindow,
            Difference difference,
            GrantLine grant,
            String dueText) {}

    public ExaminationContext examination(TaskRef task) {
        var request = ledger.read(task.matter());
        var grant = request.grant().orElseThrow();
        var publication = request.publication().orElseThrow();
        var granted = request.version(grant.version());
        return new ExaminationContext(
                language(),
                request.number().value(),
                SpeakingNumbers.path(request.number()),
                request.title(),
                labels.person(request.requester()),
                publication.link().orElse(null),
                times.dateTime(publication.publishedAt()),
                !publication.publishedAt().isBefore(grant.validFrom())
                        && !publication.publishedAt().isAfter(grant.validUntil()),
                new Difference(granted.number(), null, TextDifference.between(granted.text(), publication.text())),
                grant(request),
                due(task));
    }

    private String due(TaskRef task) {
        return workList.find(task.id())
                .map(WorkItem::dueAt)
                .map(times::dateTime)
                .orElse("");
    }

    private String language() {
        return labels.language().toLanguageTag();
    }
}
