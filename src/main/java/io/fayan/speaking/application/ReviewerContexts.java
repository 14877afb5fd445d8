package io.fayan.speaking.application;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.platform.frontdoor.TaskRef;
import io.fayan.platform.web.Times;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.application.FormParts.Difference;
import io.fayan.speaking.application.FormParts.GrantLine;
import io.fayan.speaking.application.FormParts.RequestFacts;
import io.fayan.speaking.application.Labels.Code;
import io.fayan.speaking.application.Labels.PersonLine;
import io.fayan.speaking.application.Labels.ReasonLine;
import io.fayan.speaking.domain.Review;
import io.fayan.speaking.domain.SpeakingRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those see who judge: a version to review, a difference to examine. */
@Service
@Transactional(readOnly = true)
public class ReviewerContexts {

    private static final int MOST_COLLEAGUES = 50;

    private final Ledger ledger;
    private final FormParts parts;
    private final Labels labels;
    private final People people;
    private final Times times;
    private final Clock clock;

    ReviewerContexts(Ledger ledger, FormParts parts, Labels labels, People people, Times times, Clock clock) {
        this.ledger = ledger;
        this.parts = parts;
        this.labels = labels;
        this.people = people;
        this.times = times;
        this.clock = clock;
    }

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
                parts.language(),
                parts.facts(request),
                labels.code("reviewer", review.reviewer()),
                parts.reasons(request.policyVersion(), request.grounds(), review.reviewer()),
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
                parts.language(),
                request.number().value(),
                SpeakingNumbers.path(request.number()),
                request.title(),
                labels.person(request.requester()),
                publication.link().orElse(null),
                times.dateTime(publication.publishedAt()),
                grant.covers(publication.publishedAt()),
                new Difference(granted.number(), null, TextDifference.between(granted.text(), publication.text())),
                parts.grant(request),
                parts.due(task));
    }
}
