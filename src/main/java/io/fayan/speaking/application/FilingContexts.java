package io.fayan.speaking.application;

import io.fayan.accounts.Accounts;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.policy.Policy;
import io.fayan.speaking.Audience;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.SpeakingAs;
import io.fayan.speaking.application.Labels.Code;
import io.fayan.speaking.application.Labels.CodeWithHelp;
import io.fayan.speaking.application.Labels.PersonLine;
import io.fayan.speaking.application.Labels.ReasonLine;
import io.fayan.speaking.domain.TextVersion;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the form shows in which somebody asks to speak, and what it asks while it is filled in. */
@Service
@Transactional(readOnly = true)
public class FilingContexts {

    private final Ledger ledger;
    private final FormParts parts;
    private final Labels labels;
    private final Judgement judgement;
    private final Windows windows;
    private final Accounts accounts;
    private final Policy policy;
    private final WorkingDays calendar;
    private final Clock clock;

    FilingContexts(
            Ledger ledger,
            FormParts parts,
            Labels labels,
            Judgement judgement,
            Windows windows,
            Accounts accounts,
            Policy policy,
            WorkingDays calendar,
            Clock clock) {
        this.ledger = ledger;
        this.parts = parts;
        this.labels = labels;
        this.judgement = judgement;
        this.windows = windows;
        this.accounts = accounts;
        this.policy = policy;
        this.calendar = calendar;
        this.clock = clock;
    }

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
                parts.language(),
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
                                parts.limit(account.platform())))
                        .toList(),
                labels.codes("channel", Channel.class),
                labels.codes("speakingAs", SpeakingAs.class),
                parts.contentClasses(),
                labels.codes("audience", Audience.class));
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
        var scope = request.scope();
        return new Copy(
                scope.channel(),
                scope.account().orElse(null),
                scope.occasion().orElse(null),
                request.title(),
                request.currentVersion().text(),
                scope.speakingAs(),
                scope.contentClasses(),
                scope.audience(),
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
                                parts.reasons(version, judged.grounds(), reviewer)))
                        .toList());
    }
}
