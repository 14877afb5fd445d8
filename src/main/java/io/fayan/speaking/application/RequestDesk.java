package io.fayan.speaking.application;

import io.fayan.accounts.AccountKind;
import io.fayan.accounts.Accounts;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.files.Files;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.numbers.BusinessNumbers;
import io.fayan.policy.Policy;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.domain.Proposal;
import io.fayan.speaking.domain.SpeakingRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the requester does: file, answer, correct, nudge, withdraw. Called by the front door, in its transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RequestDesk {

    private final Ledger ledger;
    private final BusinessNumbers numbers;
    private final Policy policy;
    private final People people;
    private final Accounts accounts;
    private final Files files;
    private final Windows windows;
    private final WorkingDays calendar;
    private final Flow flow;
    private final Clock clock;

    RequestDesk(
            Ledger ledger,
            BusinessNumbers numbers,
            Policy policy,
            People people,
            Accounts accounts,
            Files files,
            Windows windows,
            WorkingDays calendar,
            Flow flow,
            Clock clock) {
        this.ledger = ledger;
        this.numbers = numbers;
        this.policy = policy;
        this.people = people;
        this.accounts = accounts;
        this.files = files;
        this.windows = windows;
        this.calendar = calendar;
        this.flow = flow;
        this.clock = clock;
    }

    public Outcome file(PersonId requester, Filing filing) {
        var now = clock.instant();
        var version = policy.inForce(now);
        var speaker = filing.speaker() == null ? requester : speaker(filing.speaker());
        var refusals = new ArrayList<Refusal>();
        if (speaker == null) {
            refusals.add(Refusal.at("speaker", "speaking.refused.speakerUnknown"));
        } else {
            refusals.addAll(place(filing, speaker));
        }
        if (filing.urgent() && blank(filing.urgentReason())) {
            refusals.add(Refusal.at("urgentReason", "speaking.refused.urgentReason"));
        }
        refusals.addAll(windows.check(version, filing.windowFrom(), filing.windowUntil(), now));
        if (!refusals.isEmpty() || speaker == null) {
            return Outcome.refused(refusals);
        }
        var number = numbers.next(SpeakingNumbers.PREFIX);
        if (!files.attach(requester, number, filing.attachments())) {
            return Outcome.refused(Refusal.at("attachments", "speaking.refused.attachments"));
        }
        var occasion = filing.channel() == Channel.OCCASION;
        ledger.keep(new SpeakingRequest(
                number,
                version,
                new Proposal(
                        requester,
                        speaker,
                        filing.channel(),
                        occasion ? null : filing.account(),
                        occasion ? filing.occasion() : null,
                        filing.title().strip(),
                        filing.text(),
                        filing.attachments(),
                        filing.speakingAs(),
                        filing.contentClasses(),
                        filing.audience(),
                        filing.purpose(),
                        windows.window(filing.windowFrom(), filing.windowUntil()),
                        filing.urgent(),
                        filing.urgent() ? filing.urgentReason() : null),
                now));
        return Outcome.opened(number, Map.of("requester", requester.value()));
    }

    private @Nullable PersonId speaker(String personnelNumber) {
        try {
            var id = new PersonId(personnelNumber.strip());
            return people.find(id).filter(Person::active).map(Person::id).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Refusal> place(Filing filing, PersonId speaker) {
        if (filing.channel() == Channel.OCCASION) {
            return blank(filing.occasion()) ? List.of(Refusal.at("occasion", "speaking.refused.occasion")) : List.of();
        }
        if (blank(filing.account())) {
            return List.of(Refusal.at("account", "speaking.refused.account"));
        }
        var kind = filing.channel() == Channel.COMPANY_ACCOUNT ? AccountKind.COMPANY : AccountKind.PERSONAL;
        var usable = accounts.usableBy(speaker).stream()
                .anyMatch(account -> account.code().equals(filing.account()) && account.kind() == kind);
        return usable ? List.of() : List.of(Refusal.at("account", "speaking.refused.accountNotUsable"));
    }

    public Outcome correct(
            BusinessNumber number,
            PersonId by,
            int basedOn,
            String text,
            List<UUID> attachments,
            Set<ContentClass> classes,
            LocalDateTime from,
            LocalDateTime until,
            String note) {
        var now = clock.instant();
        var request = ledger.open(number);
        var scope = request.scope();
        var refusals = new ArrayList<Refusal>();
        var begins = windows.local(scope.windowFrom());
        if (!begins.equals(from)) {
            windows.checkBeginning(from, now).ifPresent(refusals::add);
        }
        if (!begins.equals(from) || !windows.local(scope.windowUntil()).equals(until)) {
            windows.checkEnd(request.policyVersion(), from, until, now).ifPresent(refusals::add);
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (!files.attach(by, number, attachments)) {
            return Outcome.refused(Refusal.at("attachments", "speaking.refused.attachments"));
        }
        var refusal = request.correct(by, basedOn, text, attachments, classes, windows.window(from, until), note, now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ledger.keep(request);
        return Outcome.completed();
    }

    public Outcome answer(BusinessNumber number, UUID question, PersonId by, String text) {
        var request = ledger.open(number);
        var refusal = request.answer(question, by, text, clock.instant());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ledger.keep(request);
        return Outcome.completed();
    }

    public Outcome nudge(BusinessNumber number, PersonId by) {
        var now = clock.instant();
        var today = now.atZone(calendar.zone()).toLocalDate();
        var request = ledger.open(number);
        var refusal = request.nudge(by, today, calendar.isWorkingDay(today), now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ledger.keep(request);
        return Outcome.kept();
    }

    public Outcome withdraw(BusinessNumber number, PersonId by, String reason) {
        var request = ledger.open(number);
        var refusal = request.withdraw(by, reason, clock.instant());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ledger.keep(request);
        flow.requestWithdrawn(number);
        return Outcome.kept();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
