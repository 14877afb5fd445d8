package io.fayan.speaking.application;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.kernel.Sha256;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.files.Files;
import io.fayan.platform.files.Files.StoredFile;
import io.fayan.platform.frontdoor.Models;
import io.fayan.platform.web.Texts;
import io.fayan.platform.web.TimelineEntry;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.SpeakingFact;
import io.fayan.speaking.application.Labels.AccountLine;
import io.fayan.speaking.application.Labels.Code;
import io.fayan.speaking.application.Labels.ReasonLine;
import io.fayan.speaking.application.TextDifference.Part;
import io.fayan.speaking.application.Whereabouts.Now;
import io.fayan.speaking.application.Whereabouts.OpenStep;
import io.fayan.speaking.domain.Grant;
import io.fayan.speaking.domain.Publication;
import io.fayan.speaking.domain.Review;
import io.fayan.speaking.domain.SpeakingRequest;
import io.fayan.speaking.domain.TextVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything a request's page tells, in the reader's language. The caller has checked that the reader may see it. */
@Service
@Transactional(readOnly = true)
public class Dossiers {

    /** Where the story names the text by its hash; everywhere else the version's number says enough. */
    private static final Set<SpeakingFact.Kind> NEW_TEXTS = EnumSet.of(
            SpeakingFact.Kind.REQUEST_SUBMITTED, SpeakingFact.Kind.REQUEST_CORRECTED, SpeakingFact.Kind.GRANT_ISSUED);

    private final Ledger ledger;
    private final Labels labels;
    private final Texts texts;
    private final Whereabouts whereabouts;
    private final Progress progress;
    private final Models models;
    private final Files files;
    private final People people;

    Dossiers(
            Ledger ledger,
            Labels labels,
            Texts texts,
            Whereabouts whereabouts,
            Progress progress,
            Models models,
            Files files,
            People people) {
        this.ledger = ledger;
        this.labels = labels;
        this.texts = texts;
        this.whereabouts = whereabouts;
        this.progress = progress;
        this.models = models;
        this.files = files;
        this.people = people;
    }

    /**
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
            Actions actions) {}

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

    public Dossier of(BusinessNumber number, PersonId reader) {
        var request = ledger.read(number);
        var steps = request.status().ended() ? List.<OpenStep>of() : whereabouts.steps(number, reader);
        return new Dossier(
                number.value(),
                request.title(),
                new Standing(
                        labels.code("speaking.status", request.status()),
                        tone(request.status()),
                        request.status().ended(),
                        request.closedAt().orElse(null)),
                whereabouts.now(steps).orElse(null),
                steps.stream().filter(OpenStep::yours).findFirst().orElse(null),
                facts(request),
                version(request.currentVersion()),
                request.versions().stream()
                        .map(this::version)
                        .sorted(Comparator.comparingInt(Version::number).reversed())
                        .toList(),
                reasons(request, Judgement.RISK, null),
                why(request),
                request.reviews().stream().map(this::row).toList(),
                request.questions().stream()
                        .map(question -> new QuestionRow(
                                question.askedBy(),
                                question.text(),
                                question.askedAt(),
                                question.dueAt(),
                                question.answer().orElse(null),
                                question.answeredAt().orElse(null)))
                        .toList(),
                request.timeline().stream().map(entry -> told(request, entry)).toList(),
                request.grant().map(grant -> granted(request, grant)).orElse(null),
                request.publication()
                        .map(publication -> published(request, publication))
                        .orElse(null),
                steps(number),
                actions(request, reader, steps));
    }

    /** What changed between two versions; empty when there is no such version. */
    public List<Part> difference(BusinessNumber number, int from, int to) {
        var request = ledger.read(number);
        var last = request.versions().size();
        return from < 1 || to < 1 || from > last || to > last
                ? List.of()
                : TextDifference.between(
                        request.version(from).text(), request.version(to).text());
    }

    /** The diagram of the definition the request runs on, every label in the reader's language. */
    public String diagram(BusinessNumber number) {
        return progress.of(number)
                .map(steps -> models.diagramOf(steps.definition(), labels.language()))
                .orElseGet(() -> models.diagram(AuthoriseSpeaking.PROCESS, labels.language()));
    }

    private List<StepRow> steps(BusinessNumber number) {
        return progress.of(number).map(Progress.Steps::steps).orElse(List.of()).stream()
                .map(step -> new StepRow(
                        step.element(),
                        models.stepName(AuthoriseSpeaking.PROCESS, step.element(), labels.language()),
                        step.state()))
                .toList();
    }

    public static String tone(RequestStatus status) {
        return switch (status) {
            case IN_REVIEW -> "active";
            case RETURNED, DIFFERENT -> "waiting";
            case GRANTED, PUBLISHED -> "done";
            case KEPT_FOR_REPORT, REJECTED, REVOKED -> "stopped";
            case DIFFERENCE_CLOSED, WITHDRAWN, EXPIRED, LAPSED -> "neutral";
        };
    }

    private static String tone(Review.Status status) {
        return switch (status) {
            case OPEN -> "active";
            case PAUSED, RETURNED -> "waiting";
            case APPROVED -> "done";
            case REJECTED -> "stopped";
            case DROPPED -> "neutral";
        };
    }

    private static String tone(SpeakingFact.Kind kind) {
        return switch (kind) {
            case REVIEW_APPROVED, GRANT_ISSUED, PUBLISHED_AS_GRANTED, DIFFERENCE_CLOSED -> "done";
            case REVIEW_RETURNED, QUESTION_ASKED, PUBLISHED_DIFFERENTLY, REVIEW_GROUP_EMPTY -> "waiting";
            case REVIEW_REJECTED, GRANT_REVOKED, REQUEST_WITHDRAWN, REQUEST_EXPIRED, GRANT_LAPSED, DIFFERENCE_KEPT ->
                "stopped";
            default -> "neutral";
        };
    }

    private Facts facts(SpeakingRequest request) {
        return new Facts(
                request.requester(),
                request.speaker(),
                labels.code("channel", request.channel()),
                labels.account(request.account().orElse(null)),
                request.occasion().orElse(null),
                labels.code("speakingAs", request.speakingAs()),
                request.contentClasses().stream()
                        .map(one -> labels.code("contentClass", one))
                        .toList(),
                labels.code("audience", request.audience()),
                request.purpose(),
                request.windowFrom(),
                request.windowUntil(),
                request.urgent() ? request.urgentReason().orElse("") : null,
                labels.code("risk", request.risk()),
                request.policyVersion(),
                request.submittedAt());
    }

    private Version version(TextVersion version) {
        return new Version(
                version.number(),
                version.text(),
                version.sha256(),
                version.writtenBy(),
                version.writtenAt(),
                version.note().orElse(null),
                files.of(version.attachments()));
    }

    private List<Why> why(SpeakingRequest request) {
        var why = new ArrayList<Why>();
        for (var reviewer : Reviewer.values()) {
            var reasons = reasons(request, Judgement.REVIEWERS, reviewer.name());
            if (!reasons.isEmpty()) {
                why.add(new Why(labels.code("reviewer", reviewer).label(), reasons));
            }
        }
        return why;
    }

    private List<ReasonLine> reasons(SpeakingRequest request, String table, @Nullable String outcome) {
        return request.grounds().stream()
                .filter(ground -> ground.table().equals(table))
                .filter(ground -> outcome == null || ground.outcome().equals(outcome))
                .map(ground -> labels.reason(request.policyVersion(), ground))
                .distinct()
                .toList();
    }

    private ReviewRow row(Review review) {
        return new ReviewRow(
                labels.code("reviewer", review.reviewer()).label(),
                labels.code("speaking.review", review.status()),
                tone(review.status()),
                review.decidedBy().or(review::assignee).orElse(null),
                review.decidedAt().orElse(null),
                review.open() ? review.dueAt() : null,
                review.reason().orElse(null),
                review.conditions().orElse(null),
                review.version(),
                review.addedBy().orElse(null),
                review.addedBecause().orElse(null));
    }

    private TimelineEntry told(SpeakingRequest request, io.fayan.speaking.domain.TimelineEntry entry) {
        var reviewer = entry.reviewer()
                .map(one -> labels.code("reviewer", one).label())
                .orElse("");
        var other = entry.otherPerson().map(one -> labels.person(one).name()).orElse("");
        return new TimelineEntry(
                tone(entry.kind()),
                texts.say("requests.did." + entry.kind(), reviewer, other, entry.version()),
                entry.happenedAt(),
                PersonId.SYSTEM.equals(entry.actor()) ? null : entry.actor(),
                entry.note().orElse(null),
                NEW_TEXTS.contains(entry.kind())
                        ? request.version(entry.version()).sha256()
                        : null);
    }

    private Granted granted(SpeakingRequest request, Grant grant) {
        return new Granted(
                labels.code("requests.grant", grant.status()),
                texts.say("requests.seal." + grant.status()),
                grant.endedAt().orElse(grant.grantedAt()),
                grant.sha256(),
                grant.version(),
                grant.validFrom(),
                grant.validUntil(),
                grant.grantedAt(),
                grant.endedAt().orElse(null),
                grant.endedBecause().orElse(null),
                request.conditions().entrySet().stream()
                        .map(entry -> new Condition(
                                labels.code("reviewer", entry.getKey()).label(), entry.getValue()))
                        .toList());
    }

    private Published published(SpeakingRequest request, Publication publication) {
        var grant = request.grant().orElseThrow();
        var granted = request.version(grant.version()).text();
        return new Published(
                publication.link().orElse(null),
                publication.publishedAt(),
                !publication.publishedAt().isBefore(grant.validFrom().truncatedTo(ChronoUnit.MINUTES))
                        && !publication.publishedAt().isAfter(grant.validUntil()),
                publication.asGranted(),
                publication.reportedBy(),
                publication.reportedAt(),
                publication.sha256(),
                granted.equals(publication.text()) ? List.of() : TextDifference.between(granted, publication.text()),
                publication
                        .decision()
                        .map(decision -> labels.code("requests.decision", decision))
                        .orElse(null),
                publication.decisionNote().orElse(null),
                publication.decidedBy().orElse(null));
    }

    private Actions actions(SpeakingRequest request, PersonId reader, List<OpenStep> steps) {
        var person = people.find(reader).filter(Person::active);
        var own = request.own(reader);
        var lead = person.filter(one -> one.has(Role.COMMUNICATIONS_LEAD)).isPresent();
        var communications =
                lead || person.filter(one -> one.has(Role.COMMUNICATIONS)).isPresent();
        return new Actions(
                own && !request.status().ended() && request.status() != RequestStatus.DIFFERENT,
                own && request.status() == RequestStatus.IN_REVIEW,
                communications && request.status() == RequestStatus.GRANTED,
                lead && !own ? steps : List.of());
    }
}
