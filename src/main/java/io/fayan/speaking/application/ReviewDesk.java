package io.fayan.speaking.application;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.kernel.Sha256;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Claim;
import io.fayan.policy.Deadlines;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.Verdict;
import io.fayan.speaking.domain.Review;
import io.fayan.speaking.domain.Seat;
import io.fayan.speaking.domain.SpeakingRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers do, and who they are. Called by the front door or the process, in their transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ReviewDesk {

    /** Routing facts of a review. */
    public static final String VERDICT = "verdict";

    /** True when the round ends before every reviewer has looked. */
    public static final String ROUND_OVER = "roundOver";

    private final Ledger ledger;
    private final Judgement judgement;
    private final LineManagers lineManagers;
    private final People people;
    private final Deadlines deadlines;
    private final WorkingDays calendar;
    private final WorkList workList;
    private final Flow flow;
    private final Clock clock;

    ReviewDesk(
            Ledger ledger,
            Judgement judgement,
            LineManagers lineManagers,
            People people,
            Deadlines deadlines,
            WorkingDays calendar,
            WorkList workList,
            Flow flow,
            Clock clock) {
        this.ledger = ledger;
        this.judgement = judgement;
        this.lineManagers = lineManagers;
        this.people = people;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.workList = workList;
        this.flow = flow;
        this.clock = clock;
    }

    /** Asks the tables who reviews the current version and opens a round. @return the routing facts to begin it with */
    public Map<String, Object> plan(BusinessNumber number) {
        var now = clock.instant();
        var request = ledger.open(number);
        var scope = request.scope();
        var judged = judgement.judge(
                request.policyVersion(),
                new Judgement.Facts(
                        scope.channel(),
                        scope.speakingAs(),
                        scope.contentClasses(),
                        scope.audience(),
                        !request.currentVersion().attachments().isEmpty()));
        request.judge(judged.risk(), judged.grounds());
        var seats = judged.reviewers().stream()
                .map(reviewer -> seat(reviewer, request))
                .toList();
        request.openRound(seats, reviewClock(request, now), now);
        request.openReviews().stream()
                .filter(review -> nobodySits(request, review))
                .forEach(review -> request.foundGroupEmpty(review, now));
        ledger.keep(request);
        return facts(request);
    }

    public Outcome decide(
            BusinessNumber number,
            UUID review,
            PersonId by,
            Verdict verdict,
            String reason,
            @Nullable String conditions,
            Sha256 seen) {
        var now = clock.instant();
        var request = ledger.open(number);
        var refusal = request.decide(review, by, verdict, reason, conditions, seen, reviewClock(request, now), now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ledger.keep(request);
        return Outcome.completed(facts(request));
    }

    private static Map<String, Object> facts(SpeakingRequest request) {
        var verdict = request.roundVerdict();
        return Map.of(
                VERDICT,
                verdict.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("open"),
                ROUND_OVER,
                verdict.isPresent() && verdict.get() != Verdict.APPROVED);
    }

    public Outcome handOver(BusinessNumber number, String taskId, UUID review, PersonId from, String to, String note) {
        var receiver = active(to);
        if (receiver.isEmpty()) {
            return Outcome.refused(Refusal.at("to", "speaking.refused.personUnknown"));
        }
        var request = ledger.open(number);
        if (!request.own(receiver.get())
                && !people.holders(group(request.review(review))).contains(receiver.get())) {
            return Outcome.refused(Refusal.at("to", "speaking.refused.handOverOutside"));
        }
        var refusal = request.handOver(review, from, receiver.get(), note, clock.instant());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ledger.keep(request);
        return workList.assign(taskId, receiver.get()) == Claim.DONE
                ? Outcome.kept()
                : Outcome.refused(Refusal.at("to", "speaking.refused.handOverToOwn"));
    }

    public Outcome giveBack(BusinessNumber number, String taskId, UUID review, PersonId from, String note) {
        var request = ledger.open(number);
        var refusal = request.giveBack(review, from, note, clock.instant());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ledger.keep(request);
        workList.offer(taskId, request.review(review).reviewer().role().orElseThrow());
        return Outcome.kept();
    }

    public Outcome addReviewer(BusinessNumber number, PersonId by, Reviewer reviewer, String why) {
        var now = clock.instant();
        var request = ledger.open(number);
        var added = request.addReviewer(seat(reviewer, request), by, why, reviewClock(request, now), now);
        if (added instanceof SpeakingRequest.NotAdded refused) {
            return Outcome.refused(refused.refusal());
        }
        var review = ((SpeakingRequest.AddedReview) added).review();
        if (nobodySits(request, review)) {
            request.foundGroupEmpty(review, now);
        }
        ledger.keep(request);
        flow.reviewerAdded(number, review.id());
        return Outcome.kept();
    }

    public Outcome ask(BusinessNumber number, UUID review, PersonId by, String text) {
        var now = clock.instant();
        var request = ledger.open(number);
        var due = deadlines.due(request.policyVersion(), "speaking.question", false, now);
        var question = request.ask(review, by, text, due, now);
        ledger.keep(request);
        flow.questionAsked(number, question.id());
        return Outcome.kept();
    }

    /** A lead gives an open step of the request to somebody else. */
    public Outcome reassign(BusinessNumber number, PersonId by, String taskId, String to) {
        if (!lead(by)) {
            return Outcome.refused(Refusal.because("speaking.refused.leadOnly"));
        }
        var receiver = active(to);
        if (receiver.isEmpty()) {
            return Outcome.refused(Refusal.at("to", "speaking.refused.personUnknown"));
        }
        var step = workList.find(taskId).filter(item -> item.matter().equals(number));
        if (step.isEmpty()) {
            return Outcome.refused(Refusal.because("speaking.refused.stepOver"));
        }
        var request = ledger.open(number);
        if (request.own(by)) {
            return Outcome.refused(Refusal.because("speaking.refused.own"));
        }
        var review = step.map(WorkList.WorkItem::item).map(UUID::fromString).flatMap(id -> request.reviews().stream()
                .filter(one -> one.id().equals(id))
                .findFirst());
        if (review.filter(one -> outsideItsGroup(request, one, receiver.get())).isPresent()) {
            return Outcome.refused(Refusal.at("to", "speaking.refused.handOverOutside"));
        }
        request.reassigned(review.map(Review::id).orElse(null), by, receiver.get(), clock.instant());
        ledger.keep(request);
        return workList.assign(taskId, receiver.get()) == Claim.DONE
                ? Outcome.kept()
                : Outcome.refused(Refusal.at("to", "speaking.refused.handOverToOwn"));
    }

    /** Legal's review stays with Legal, unless nobody there could do it. */
    private boolean outsideItsGroup(SpeakingRequest request, Review review, PersonId receiver) {
        var holders = review.reviewer().role().map(people::holders).orElse(List.of());
        return !request.own(receiver)
                && !holders.contains(receiver)
                && !holders.stream().allMatch(request::own);
    }

    boolean lead(PersonId person) {
        return people.find(person)
                .filter(Person::active)
                .filter(one -> one.has(Role.COMMUNICATIONS_LEAD))
                .isPresent();
    }

    /** The line manager is one person; without one, the communications leads look. Every other seat is its group's. */
    private Seat seat(Reviewer reviewer, SpeakingRequest request) {
        return reviewer == Reviewer.LINE_MANAGER
                ? new Seat(
                        reviewer,
                        lineManagers
                                .reviewing(request.speaker(), request.requester())
                                .orElse(null))
                : new Seat(reviewer, null);
    }

    /** Offered to a group in which nobody is who has no part in the matter. */
    private boolean nobodySits(SpeakingRequest request, Review review) {
        return review.assignee().isEmpty()
                && people.holders(group(review)).stream().allMatch(request::own);
    }

    /** The group that a review is offered to. */
    public static Role group(Review review) {
        return review.reviewer().role().orElse(Role.COMMUNICATIONS_LEAD);
    }

    private Optional<PersonId> active(String personnelNumber) {
        try {
            return people.find(new PersonId(personnelNumber.strip()))
                    .filter(Person::active)
                    .map(Person::id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private DeadlineClock reviewClock(SpeakingRequest request, Instant now) {
        return new DeadlineClock(deadlines, calendar.time(), request, now);
    }
}
