package io.fayan.speaking.application;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.files.Files;
import io.fayan.platform.frontdoor.Models;
import io.fayan.platform.web.Texts;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.application.Dossier.Actions;
import io.fayan.speaking.application.Dossier.Condition;
import io.fayan.speaking.application.Dossier.Facts;
import io.fayan.speaking.application.Dossier.Granted;
import io.fayan.speaking.application.Dossier.Published;
import io.fayan.speaking.application.Dossier.QuestionRow;
import io.fayan.speaking.application.Dossier.ReviewRow;
import io.fayan.speaking.application.Dossier.Standing;
import io.fayan.speaking.application.Dossier.StepRow;
import io.fayan.speaking.application.Dossier.Version;
import io.fayan.speaking.application.Dossier.Why;
import io.fayan.speaking.application.Labels.ReasonLine;
import io.fayan.speaking.application.TextDifference.Part;
import io.fayan.speaking.application.Whereabouts.OpenStep;
import io.fayan.speaking.domain.Grant;
import io.fayan.speaking.domain.Publication;
import io.fayan.speaking.domain.Review;
import io.fayan.speaking.domain.SpeakingRequest;
import io.fayan.speaking.domain.TextVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything a request's page tells, in the reader's language. The caller has checked that the reader may see it. */
@Service
@Transactional(readOnly = true)
public class Dossiers {

    private final Ledger ledger;
    private final Labels labels;
    private final Texts texts;
    private final Timelines timelines;
    private final Whereabouts whereabouts;
    private final Progress progress;
    private final Models models;
    private final Files files;
    private final People people;

    Dossiers(
            Ledger ledger,
            Labels labels,
            Texts texts,
            Timelines timelines,
            Whereabouts whereabouts,
            Progress progress,
            Models models,
            Files files,
            People people) {
        this.ledger = ledger;
        this.labels = labels;
        this.texts = texts;
        this.timelines = timelines;
        this.whereabouts = whereabouts;
        this.progress = progress;
        this.models = models;
        this.files = files;
        this.people = people;
    }

    public Dossier of(BusinessNumber number, PersonId reader) {
        var request = ledger.read(number);
        var steps = request.status().ended() ? List.<OpenStep>of() : whereabouts.steps(number, reader);
        return new Dossier(
                number.value(),
                request.title(),
                new Standing(
                        labels.code("speaking.status", request.status()),
                        Tones.of(request.status()),
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
                timelines.of(request),
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

    private Facts facts(SpeakingRequest request) {
        var scope = request.scope();
        return new Facts(
                request.requester(),
                request.speaker(),
                labels.code("channel", scope.channel()),
                labels.account(scope.account().orElse(null)),
                scope.occasion().orElse(null),
                labels.code("speakingAs", scope.speakingAs()),
                scope.contentClasses().stream()
                        .map(one -> labels.code("contentClass", one))
                        .toList(),
                labels.code("audience", scope.audience()),
                request.purpose(),
                scope.windowFrom(),
                scope.windowUntil(),
                request.urgent() ? request.urgentReason().orElse("") : null,
                labels.code("risk", request.risk()),
                request.policyVersion(),
                request.submittedAt());
    }

    private Version version(TextVersion version) {
        return new Version(
                version.number(),
                version.text(),
                version.hidden(),
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
                Tones.of(review.status()),
                review.decidedBy().or(review::assignee).orElse(null),
                review.decidedAt().orElse(null),
                review.open() ? review.dueAt() : null,
                review.reason().orElse(null),
                review.conditions().orElse(null),
                review.version(),
                review.addedBy().orElse(null),
                review.addedBecause().orElse(null));
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
                grant.covers(publication.publishedAt()),
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
                own && request.status() == RequestStatus.IN_REVIEW && !request.nudged(people.today()),
                communications && request.status() == RequestStatus.GRANTED,
                lead && !own ? steps : List.of());
    }
}
