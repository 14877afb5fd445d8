package io.fayan.speaking.engine;

import io.fayan.kernel.PersonId;
import io.fayan.policy.Deadlines;
import io.fayan.speaking.application.ReviewDesk;
import io.fayan.speaking.domain.Review;
import io.fayan.speaking.domain.SpeakingRequest;
import io.fayan.speaking.persistence.SpeakingRequests;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the model's expressions ask: who reviews, and when things are due. Answers from our rows. Public because the
 * expression language calls methods of public classes only.
 */
@Component
public class ReviewPlan {

    private final SpeakingRequests requests;
    private final Deadlines deadlines;
    private final Clock clock;

    ReviewPlan(SpeakingRequests requests, Deadlines deadlines, Clock clock) {
        this.requests = requests;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The reviews of this round, by id. */
    public List<String> openReviews(DelegateExecution execution) {
        return request(execution).openReviews().stream()
                .map(review -> review.id().toString())
                .toList();
    }

    public @Nullable String assignee(String item) {
        return review(item).assignee().map(PersonId::value).orElse(null);
    }

    /** The group it is offered to; none when it is one person's. */
    public List<String> group(String item) {
        var review = review(item);
        return review.assignee().isPresent() && review.reviewer().role().isEmpty()
                ? List.of()
                : List.of(ReviewDesk.group(review).groupId());
    }

    public Date due(String item) {
        return Date.from(review(item).dueAt());
    }

    public Date answerDue(DelegateExecution execution) {
        return due(execution, "speaking.question", clock.instant());
    }

    public Date correctionDue(DelegateExecution execution) {
        return due(execution, "speaking.correction", clock.instant());
    }

    /** After the window: what was published in it is reported within the time the policy gives. */
    public Date publicationDue(DelegateExecution execution) {
        return due(
                execution,
                "speaking.publicationReport",
                request(execution).scope().windowUntil());
    }

    public Date examinationDue(DelegateExecution execution) {
        return due(execution, "speaking.difference", clock.instant());
    }

    public Date windowEnd(DelegateExecution execution) {
        return Date.from(request(execution).scope().windowUntil());
    }

    private Date due(DelegateExecution execution, String step, Instant from) {
        return Date.from(deadlines.due(request(execution).policyVersion(), step, false, from));
    }

    private SpeakingRequest request(DelegateExecution execution) {
        return requests.find(execution.getProcessBusinessKey()).orElseThrow();
    }

    private Review review(String item) {
        var id = UUID.fromString(item);
        return requests.ofReview(id).orElseThrow().review(id);
    }
}
