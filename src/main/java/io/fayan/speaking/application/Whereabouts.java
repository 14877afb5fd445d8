package io.fayan.speaking.application;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.platform.frontdoor.Models;
import io.fayan.platform.web.Texts;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.persistence.RequestList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** With whom a request is now, until when, and which of its open steps wait for the reader. */
@Component
public class Whereabouts {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/";

    private final WorkList workList;
    private final RequestList requests;
    private final Models models;
    private final Labels labels;
    private final Texts texts;

    Whereabouts(WorkList workList, RequestList requests, Models models, Labels labels, Texts texts) {
        this.workList = workList;
        this.requests = requests;
        this.models = models;
        this.labels = labels;
        this.texts = texts;
    }

    /**
     * One open step.
     *
     * @param review whose review it is; null for the requester's own steps
     * @param whom a group or a person, in words
     * @param yours the reader may act on it
     * @param path leads into Tasklist
     */
    public record OpenStep(
            String task,
            @Nullable UUID review,
            String name,
            String whom,
            @Nullable PersonId person,
            @Nullable Instant due,
            boolean yours,
            String path) {}

    /** @param due the earliest of all */
    public record Now(String whom, @Nullable Instant due) {}

    /** Soonest due first. */
    public List<OpenStep> steps(BusinessNumber number, PersonId reader) {
        var items = workList.of(number);
        var reviewers = requests.reviewers(items.stream()
                .filter(Whereabouts::review)
                .map(WorkItem::item)
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .toList());
        return items.stream()
                .map(item -> step(item, reader, reviewers))
                .sorted(Comparator.comparing(OpenStep::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    public Optional<Now> now(List<OpenStep> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var whom = steps.stream()
                .map(OpenStep::whom)
                .distinct()
                .reduce((one, other) -> texts.say("requests.and", one, other))
                .orElseThrow();
        return Optional.of(new Now(whom, steps.get(0).due()));
    }

    private OpenStep step(WorkItem item, PersonId reader, Map<UUID, Reviewer> reviewers) {
        var review = review(item) && item.item() != null ? UUID.fromString(item.item()) : null;
        var reviewer = review == null ? null : reviewers.get(review);
        var mine = reader.equals(item.assignee());
        return new OpenStep(
                item.taskId(),
                review,
                models.stepName(item.process(), item.element(), labels.language()),
                whom(item, reviewer),
                item.assignee(),
                item.dueAt(),
                workList.mayAct(reader, item),
                TASKLIST + "?filter=" + (mine ? "mine" : "my-groups") + "&task=" + item.taskId());
    }

    private String whom(WorkItem item, @Nullable Reviewer reviewer) {
        if (reviewer != null) {
            return labels.code("reviewer", reviewer).label();
        }
        if (item.assignee() != null) {
            return labels.person(item.assignee()).name();
        }
        return labels.code("reviewer", Reviewer.COMMUNICATIONS).label();
    }

    private static boolean review(WorkItem item) {
        return item.element().equals(AuthoriseSpeaking.REVIEW_REQUEST);
    }
}
