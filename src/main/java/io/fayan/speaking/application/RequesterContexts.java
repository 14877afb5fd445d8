package io.fayan.speaking.application;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fayan.accounts.Accounts;
import io.fayan.kernel.PersonId;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.platform.web.Times;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.application.FormParts.GrantLine;
import io.fayan.speaking.application.FormParts.RequestFacts;
import io.fayan.speaking.application.FormParts.VersionLine;
import io.fayan.speaking.application.Labels.CodeWithHelp;
import io.fayan.speaking.application.Labels.FileLine;
import io.fayan.speaking.application.Labels.PersonLine;
import io.fayan.speaking.domain.Review;
import io.fayan.speaking.domain.TextVersion;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the requester's steps show: a question, a returned text, a grant to use. */
@Service
@Transactional(readOnly = true)
public class RequesterContexts {

    private final Ledger ledger;
    private final FormParts parts;
    private final Labels labels;
    private final Windows windows;
    private final Accounts accounts;
    private final WorkingDays calendar;
    private final Times times;
    private final Clock clock;

    RequesterContexts(
            Ledger ledger,
            FormParts parts,
            Labels labels,
            Windows windows,
            Accounts accounts,
            WorkingDays calendar,
            Times times,
            Clock clock) {
        this.ledger = ledger;
        this.parts = parts;
        this.labels = labels;
        this.windows = windows;
        this.accounts = accounts;
        this.calendar = calendar;
        this.times = times;
        this.clock = clock;
    }

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
                parts.language(),
                request.number().value(),
                SpeakingNumbers.path(request.number()),
                request.title(),
                new AskedLine(labels.person(question.askedBy()), question.text(), times.dateTime(question.askedAt())),
                parts.version(request.currentVersion()),
                parts.due(task));
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
        var scope = request.scope();
        var version = request.currentVersion();
        return new CorrectionContext(
                parts.language(),
                parts.facts(request),
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
                        scope.contentClasses(),
                        windows.local(scope.windowFrom()),
                        windows.local(scope.windowUntil()),
                        labels.files(version.attachments())),
                parts.contentClasses(),
                TextVersion.LONGEST,
                scope.account()
                        .flatMap(accounts::find)
                        .map(account -> parts.limit(account.platform()))
                        .orElse(null),
                parts.due(task));
    }

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
                parts.language(),
                request.number().value(),
                SpeakingNumbers.path(request.number()),
                request.title(),
                parts.grant(request),
                request.scope().channel() != Channel.OCCASION,
                windows.local(clock.instant()),
                calendar.zone().getId(),
                parts.due(task));
    }
}
