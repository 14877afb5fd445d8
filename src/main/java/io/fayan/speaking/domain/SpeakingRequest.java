package io.fayan.speaking.domain;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.Risk;
import io.fayan.speaking.SpeakingFact;
import io.fayan.speaking.SpeakingFact.Kind;
import io.fayan.speaking.Verdict;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to speak for the company, clause 3.1.d: one proposal, its versions, what reviewers made of them, and the grant
 * that may come of it. Everything that may happen to it happens through a method here, which says no where it may not.
 */
@Entity
@Table(name = "speaking_request")
public class SpeakingRequest {

    @Id
    private UUID id;

    private String number;

    @Version
    private long lockVersion;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private String policyVersion;

    private String requester;

    private String speaker;

    @Embedded
    private Scope scope;

    private String title;

    private String purpose;

    private boolean urgent;

    private @Nullable String urgentReason;

    @Enumerated(EnumType.STRING)
    private Risk risk;

    private Instant submittedAt;

    private @Nullable Instant closedAt;

    @Column(length = 2000)
    private @Nullable String closingReason;

    private @Nullable LocalDate nudgedOn;

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL)
    @OrderBy("number")
    private List<TextVersion> versions = new ArrayList<>();

    @Embedded
    private Reviews reviews = new Reviews();

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL)
    @OrderBy("askedAt")
    private List<Question> questions = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL)
    private List<Reason> reasons = new ArrayList<>();

    @Embedded
    private Story story = new Story();

    @OneToOne(mappedBy = "request", cascade = CascadeType.ALL)
    private @Nullable Grant grant;

    @OneToOne(mappedBy = "request", cascade = CascadeType.ALL)
    private @Nullable Publication publication;

    protected SpeakingRequest() {}

    /** Files a proposal. The policy in force now is the one it will be judged by. */
    public SpeakingRequest(BusinessNumber number, String policyVersion, Proposal proposal, Instant now) {
        this.id = UUID.randomUUID();
        this.number = number.value();
        this.status = RequestStatus.IN_REVIEW;
        this.policyVersion = policyVersion;
        this.requester = proposal.requester().value();
        this.speaker = proposal.speaker().value();
        this.scope = new Scope(proposal);
        this.title = proposal.title();
        this.purpose = proposal.purpose();
        this.urgent = proposal.urgent();
        this.urgentReason = proposal.urgentReason();
        this.risk = Risk.LOW;
        this.submittedAt = now;
        versions.add(
                new TextVersion(this, 1, proposal.text(), proposal.attachments(), null, proposal.requester(), now));
        tell(Kind.REQUEST_SUBMITTED, proposal.requester(), now, null);
    }

    // ---- planning ----

    /** Keeps the rows that led to the risk and to the reviewers of the current version. */
    public void judge(Risk highest, Collection<Ground> grounds) {
        risk = highest;
        var version = currentVersion().number();
        grounds.forEach(ground -> reasons.add(new Reason(this, version, ground)));
    }

    /** Opens a round on the current version, for those who have not yet approved it. */
    public void openRound(Collection<Seat> seats, ReviewClock clock, Instant now) {
        reviews.openRound(this, seats, clock, now);
        status = RequestStatus.IN_REVIEW;
        tell(Kind.REVIEWS_PLANNED, PersonId.SYSTEM, now, null);
    }

    /** Nobody can take this review: the leads must give it to somebody. */
    public void foundGroupEmpty(Review review, Instant now) {
        tell(Kind.REVIEW_GROUP_EMPTY, PersonId.SYSTEM, now, review, null);
    }

    // ---- reviewing ----

    /**
     * A reviewer's decision. The first return or rejection ends the round: on a return the other clocks stop, on a rejection
     * the others need not look any more.
     *
     * @param seen digest of the text the reviewer looked at; another one than the current is refused
     */
    public Optional<Refusal> decide(
            UUID reviewId,
            PersonId by,
            Verdict verdict,
            String reason,
            @Nullable String conditions,
            Sha256 seen,
            ReviewClock clock,
            Instant now) {
        var review = review(reviewId);
        if (status != RequestStatus.IN_REVIEW || !review.open()) {
            return Optional.of(Refusal.because("speaking.refused.notInReview"));
        }
        if (own(by)) {
            return Optional.of(Refusal.because("speaking.refused.own"));
        }
        if (!currentVersion().sha256().equals(seen)) {
            return Optional.of(Refusal.at("reviewedText", "speaking.refused.staleText"));
        }
        if (conditions != null && verdict != Verdict.APPROVED) {
            return Optional.of(Refusal.at("conditions", "speaking.refused.conditionsWithoutApproval"));
        }
        review.decide(verdict, by, reason, conditions, now);
        var note = conditions == null ? reason : reason + "\n" + conditions;
        switch (verdict) {
            case APPROVED -> tell(Kind.REVIEW_APPROVED, by, now, review, note);
            case RETURNED -> {
                reviews.pauseOpen(clock);
                status = RequestStatus.RETURNED;
                tell(Kind.REVIEW_RETURNED, by, now, review, note);
            }
            case REJECTED -> {
                reviews.dropUndecided();
                tell(Kind.REVIEW_REJECTED, by, now, review, note);
                close(RequestStatus.REJECTED, reason, now);
            }
        }
        return Optional.empty();
    }

    /** What the reviewers have decided so far, taken together; empty while some are still looking, or nobody has looked. */
    public Optional<Verdict> roundVerdict() {
        return switch (status) {
            case RETURNED -> Optional.of(Verdict.RETURNED);
            case REJECTED -> Optional.of(Verdict.REJECTED);
            default -> reviews.allApproved(this) ? Optional.of(Verdict.APPROVED) : Optional.empty();
        };
    }

    public Optional<Refusal> handOver(UUID reviewId, PersonId from, PersonId to, String note, Instant now) {
        var review = review(reviewId);
        if (own(to)) {
            return Optional.of(Refusal.at("to", "speaking.refused.handOverToOwn"));
        }
        if (from.equals(to)) {
            return Optional.of(Refusal.at("to", "speaking.refused.handOverToSelf"));
        }
        review.seat(to);
        story.tell(this, Kind.REVIEW_HANDED_OVER, from, now, review, to, note);
        return Optional.empty();
    }

    public Optional<Refusal> giveBack(UUID reviewId, PersonId from, String note, Instant now) {
        var review = review(reviewId);
        if (review.reviewer().role().isEmpty()) {
            return Optional.of(Refusal.because("speaking.refused.noGroup"));
        }
        review.seat(null);
        tell(Kind.REVIEW_GIVEN_BACK, from, now, review, note);
        return Optional.empty();
    }

    /** A reviewer asks for another pair of eyes in the running round. */
    public Added addReviewer(Seat seat, PersonId by, String why, ReviewClock clock, Instant now) {
        if (status != RequestStatus.IN_REVIEW) {
            return new NotAdded(Refusal.because("speaking.refused.notInReview"));
        }
        if (openReviews().stream().anyMatch(review -> review.reviewer() == seat.reviewer())) {
            return new NotAdded(Refusal.at("reviewer", "speaking.refused.alreadyReviewing"));
        }
        var review = reviews.add(this, seat, by, why, clock, now);
        tell(Kind.REVIEWER_ADDED, by, now, review, why);
        return new AddedReview(review);
    }

    public sealed interface Added permits AddedReview, NotAdded {}

    public record AddedReview(Review review) implements Added {}

    public record NotAdded(Refusal refusal) implements Added {}

    public Question ask(UUID reviewId, PersonId by, String text, Instant due, Instant now) {
        var review = review(reviewId);
        var question = new Question(this, reviewId, by, text, now, due);
        questions.add(question);
        tell(Kind.QUESTION_ASKED, by, now, review, text);
        return question;
    }

    public Optional<Refusal> answer(UUID questionId, PersonId by, String text, Instant now) {
        var question = question(questionId);
        if (question.answeredAt().isPresent()) {
            return Optional.of(Refusal.because("speaking.refused.alreadyAnswered"));
        }
        question.answer(text, now);
        story.tell(this, Kind.QUESTION_ANSWERED, by, now, null, question.askedBy(), text);
        return Optional.empty();
    }

    /** Somebody in charge gave a step to another person. */
    public void reassigned(@Nullable UUID reviewId, PersonId by, PersonId to, Instant now) {
        var review = reviewId == null ? null : review(reviewId);
        if (review != null) {
            review.seat(to);
        }
        story.tell(this, Kind.STEP_REASSIGNED, by, now, review, to, null);
    }

    // ---- the requester ----

    /** @param today in the company's zone; one nudge a working day is friendly, two are not */
    public Optional<Refusal> nudge(PersonId by, LocalDate today, boolean workingDay, Instant now) {
        if (!own(by)) {
            return Optional.of(Refusal.because("speaking.refused.notRequester"));
        }
        if (status != RequestStatus.IN_REVIEW) {
            return Optional.of(Refusal.because("speaking.refused.notInReview"));
        }
        if (!workingDay) {
            return Optional.of(Refusal.because("speaking.refused.noWorkingDay"));
        }
        if (nudged(today)) {
            return Optional.of(Refusal.because("speaking.refused.nudgedToday"));
        }
        nudgedOn = today;
        tell(Kind.REVIEWERS_NUDGED, by, now, null);
        return Optional.empty();
    }

    /** Were the reviewers nudged on that day? */
    public boolean nudged(LocalDate day) {
        return day.equals(nudgedOn);
    }

    /**
     * The requester's new version.
     *
     * @param basedOn number of the version it was made from; another one than the current is refused
     */
    public Optional<Refusal> correct(
            PersonId by,
            int basedOn,
            String text,
            List<UUID> attachments,
            Set<ContentClass> classes,
            Proposal.Window window,
            String note,
            Instant now) {
        if (status != RequestStatus.RETURNED) {
            return Optional.of(Refusal.because("speaking.refused.notReturned"));
        }
        var current = currentVersion();
        if (current.number() != basedOn) {
            return Optional.of(Refusal.at("basedOn", "speaking.refused.staleText"));
        }
        versions.add(new TextVersion(this, current.number() + 1, text, attachments, note, by, now));
        scope.change(classes, window);
        tell(Kind.REQUEST_CORRECTED, by, now, note);
        return Optional.empty();
    }

    public Optional<Refusal> withdraw(PersonId by, String reason, Instant now) {
        if (!own(by)) {
            return Optional.of(Refusal.because("speaking.refused.notRequester"));
        }
        if (status.ended() || status == RequestStatus.DIFFERENT) {
            return Optional.of(Refusal.because("speaking.refused.over"));
        }
        reviews.dropUndecided();
        if (grant != null) {
            grant.end(Grant.Status.REVOKED, by, reason, now);
        }
        tell(Kind.REQUEST_WITHDRAWN, by, now, reason);
        close(RequestStatus.WITHDRAWN, reason, now);
        return Optional.empty();
    }

    // ---- the grant ----

    public Grant issueGrant(Instant now) {
        if (status != RequestStatus.IN_REVIEW || roundVerdict().orElse(null) != Verdict.APPROVED) {
            throw new IllegalStateException("A grant needs every reviewer's approval; the request is " + status);
        }
        var issued = new Grant(this, now);
        grant = issued;
        status = RequestStatus.GRANTED;
        tell(Kind.GRANT_ISSUED, PersonId.SYSTEM, now, null);
        return issued;
    }

    /**
     * Files what was published.
     *
     * @return whether it is exactly what was granted: this text, in this window
     */
    public boolean publish(PersonId by, @Nullable String link, Instant publishedAt, String text, Instant now) {
        var used = requireGrant();
        var same = used.covers(publishedAt) && used.sha256().equals(Sha256.of(text));
        publication = new Publication(this, link, publishedAt, text, same, by, now);
        used.end(Grant.Status.USED, by, null, now);
        if (same) {
            tell(Kind.PUBLISHED_AS_GRANTED, by, now, null);
            close(RequestStatus.PUBLISHED, null, now);
        } else {
            status = RequestStatus.DIFFERENT;
            tell(Kind.PUBLISHED_DIFFERENTLY, by, now, null);
        }
        return same;
    }

    public Optional<Refusal> examine(PersonId by, Publication.Decision decision, String note, Instant now) {
        if (status != RequestStatus.DIFFERENT) {
            return Optional.of(Refusal.because("speaking.refused.over"));
        }
        if (own(by)) {
            return Optional.of(Refusal.because("speaking.refused.own"));
        }
        publication().orElseThrow().examine(decision, note, by, now);
        var kept = decision == Publication.Decision.KEPT_FOR_REPORT;
        tell(kept ? Kind.DIFFERENCE_KEPT : Kind.DIFFERENCE_CLOSED, by, now, note);
        close(kept ? RequestStatus.KEPT_FOR_REPORT : RequestStatus.DIFFERENCE_CLOSED, note, now);
        return Optional.empty();
    }

    public Optional<Refusal> revoke(PersonId by, String reason, Instant now) {
        if (status != RequestStatus.GRANTED) {
            return Optional.of(Refusal.because("speaking.refused.noActiveGrant"));
        }
        requireGrant().end(Grant.Status.REVOKED, by, reason, now);
        tell(Kind.GRANT_REVOKED, by, now, reason);
        close(RequestStatus.REVOKED, reason, now);
        return Optional.empty();
    }

    /** The window ended and nobody had decided: nothing is ever approved by itself. */
    public void expire(Instant now) {
        reviews.dropUndecided();
        tell(Kind.REQUEST_EXPIRED, PersonId.SYSTEM, now, null);
        close(RequestStatus.EXPIRED, null, now);
    }

    /** The window ended and nothing was reported. */
    public void lapse(Instant now) {
        requireGrant().end(Grant.Status.LAPSED, PersonId.SYSTEM, null, now);
        tell(Kind.GRANT_LAPSED, PersonId.SYSTEM, now, null);
        close(RequestStatus.LAPSED, null, now);
    }

    private void close(RequestStatus end, @Nullable String reason, Instant now) {
        status = end;
        closingReason = reason;
        closedAt = now;
    }

    private void tell(Kind kind, PersonId actor, Instant now, @Nullable String note) {
        story.tell(this, kind, actor, now, null, null, note);
    }

    private void tell(Kind kind, PersonId actor, Instant now, Review review, @Nullable String note) {
        story.tell(this, kind, actor, now, review, null, note);
    }

    /** What has happened since the last time this was asked; to be published in the same transaction. */
    public List<SpeakingFact> takeFacts() {
        return story.takeFacts();
    }

    // ---- what it is ----

    /** The matter is this person's own: they asked for it, or they will be the one who speaks. */
    public boolean own(PersonId person) {
        return person.value().equals(requester) || person.value().equals(speaker);
    }

    public BusinessNumber number() {
        return new BusinessNumber(number);
    }

    public RequestStatus status() {
        return status;
    }

    public String policyVersion() {
        return policyVersion;
    }

    public PersonId requester() {
        return new PersonId(requester);
    }

    public PersonId speaker() {
        return new PersonId(speaker);
    }

    public Scope scope() {
        return scope;
    }

    public String title() {
        return title;
    }

    public String purpose() {
        return purpose;
    }

    public boolean urgent() {
        return urgent;
    }

    public Optional<String> urgentReason() {
        return Optional.ofNullable(urgentReason);
    }

    public Risk risk() {
        return risk;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<String> closingReason() {
        return Optional.ofNullable(closingReason);
    }

    public TextVersion currentVersion() {
        return versions.get(versions.size() - 1);
    }

    public TextVersion version(int versionNumber) {
        return versions.get(versionNumber - 1);
    }

    public List<TextVersion> versions() {
        return List.copyOf(versions);
    }

    public List<Review> reviews() {
        return reviews.all();
    }

    public List<Review> openReviews() {
        return reviews.open();
    }

    /** @throws IllegalArgumentException when it is no review of this request */
    public Review review(UUID reviewId) {
        return reviews.find(reviewId)
                .orElseThrow(() -> new IllegalArgumentException("No review " + reviewId + " in " + number));
    }

    /** @throws IllegalArgumentException when it is no question of this request */
    public Question question(UUID questionId) {
        return questions.stream()
                .filter(question -> question.id().equals(questionId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No question " + questionId + " in " + number));
    }

    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /** Why the current version has this risk and these reviewers. */
    public List<Ground> grounds() {
        var version = currentVersion().number();
        return reasons.stream()
                .filter(reason -> reason.version() == version)
                .map(Reason::ground)
                .toList();
    }

    public List<TimelineEntry> timeline() {
        return story.timeline();
    }

    public Optional<Grant> grant() {
        return Optional.ofNullable(grant);
    }

    public Optional<Publication> publication() {
        return Optional.ofNullable(publication);
    }

    /** Under which conditions reviewers approved what was granted, by reviewer. */
    public Map<Reviewer, String> conditions() {
        return reviews.conditions(this);
    }

    private Grant requireGrant() {
        return grant().filter(one -> one.status() == Grant.Status.ACTIVE)
                .orElseThrow(() -> new IllegalStateException("No active grant; the request is " + status));
    }
}
