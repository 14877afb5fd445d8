package io.fayan.speaking.domain;

import io.fayan.kernel.PersonId;
import io.fayan.speaking.Reviewer;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A request's reviews, round after round. */
@Embeddable
class Reviews {

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL)
    @OrderBy("openedAt, reviewer")
    private List<Review> all = new ArrayList<>();

    /**
     * Opens a round on the current version. A review of an unchanged text stands; a stopped clock goes on; whoever returned
     * the text, or saw another one, is asked again. Reviewers that somebody added stay.
     */
    void openRound(SpeakingRequest request, Collection<Seat> seats, ReviewClock clock, Instant now) {
        var round = round() + 1;
        var version = request.currentVersion();
        var needed = new TreeMap<Reviewer, Seat>();
        seats.forEach(seat -> needed.put(seat.reviewer(), seat));
        all.stream()
                .filter(review -> review.addedBy().isPresent() && review.status() != Review.Status.DROPPED)
                .forEach(review -> needed.putIfAbsent(review.reviewer(), new Seat(review.reviewer(), null)));
        for (var paused : in(Review.Status.PAUSED).toList()) {
            if (needed.remove(paused.reviewer()) == null) {
                paused.drop();
            } else {
                paused.resume(round, version.number(), clock.dueAfter(paused.remaining()));
            }
        }
        var approved = standing(request).map(Review::reviewer).toList();
        needed.values().stream()
                .filter(seat -> !approved.contains(seat.reviewer()))
                .forEach(seat -> all.add(review(request, seat, round, clock, now)));
    }

    /** One more review in the running round. */
    Review add(SpeakingRequest request, Seat seat, PersonId by, String why, ReviewClock clock, Instant now) {
        var review = review(request, seat, Math.max(round(), 1), clock, now);
        review.addedBy(by, why);
        all.add(review);
        return review;
    }

    private static Review review(SpeakingRequest request, Seat seat, int round, ReviewClock clock, Instant now) {
        return new Review(
                request,
                seat.reviewer(),
                round,
                request.currentVersion().number(),
                seat.person(),
                now,
                clock.due(seat.reviewer()));
    }

    private int round() {
        return all.stream().mapToInt(Review::round).max().orElse(0);
    }

    /** Approvals of what is the current text. */
    private Stream<Review> standing(SpeakingRequest request) {
        return in(Review.Status.APPROVED)
                .filter(review -> request.version(review.version()).sameAs(request.currentVersion()));
    }

    /** Nobody is still looking, and somebody has looked. */
    boolean allApproved(SpeakingRequest request) {
        return open().isEmpty() && standing(request).findAny().isPresent();
    }

    private Stream<Review> in(Review.Status status) {
        return all.stream().filter(review -> review.status() == status);
    }

    void pauseOpen(ReviewClock clock) {
        open().forEach(review -> review.pause(clock.remaining(review.dueAt())));
    }

    /** Nobody need look any more. */
    void dropUndecided() {
        Stream.concat(in(Review.Status.OPEN), in(Review.Status.PAUSED)).toList().forEach(Review::drop);
    }

    List<Review> all() {
        return List.copyOf(all);
    }

    List<Review> open() {
        return in(Review.Status.OPEN).toList();
    }

    Optional<Review> find(UUID id) {
        return all.stream().filter(review -> review.id().equals(id)).findFirst();
    }

    Map<Reviewer, String> conditions(SpeakingRequest request) {
        var conditions = new TreeMap<Reviewer, String>();
        standing(request)
                .forEach(review -> review.conditions().ifPresent(text -> conditions.put(review.reviewer(), text)));
        return conditions;
    }
}
