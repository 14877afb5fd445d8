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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** With whom a request is now, until when, and which of its open steps wait for the reader. */
@Component
public class Whereabouts {

    private static final Comparator<@Nullable Instant> SOONEST_FIRST = Comparator.nullsLast(Comparator.naturalOrder());
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
     * @param whom a group or a person, in words
     * @param yours the reader may act on it
     * @param path leads into Tasklist
     */
    public record OpenStep(
            String task,
            String name,
            String whom,
            @Nullable PersonId person,
            @Nullable Instant due,
            boolean yours,
            String path) {}

    /**
     * @param names each once, who is due first at the head
     * @param whom the names on one line
     * @param due the earliest of all
     */
    public record Now(List<String> names, String whom, @Nullable Instant due) {
        Now(String whom, @Nullable Instant due) {
            this(List.of(whom), whom, due);
        }
    }

    /** Soonest due first. */
    public List<OpenStep> steps(BusinessNumber number, PersonId reader) {
        var items = workList.of(number);
        var reviewers = reviewers(items);
        return items.stream()
                .map(item -> step(item, reader, reviewer(item, reviewers)))
                .sorted(Comparator.comparing(OpenStep::due, SOONEST_FIRST))
                .toList();
    }

    private Map<UUID, Reviewer> reviewers(List<WorkItem> items) {
        return requests.reviewers(
                items.stream().map(Whereabouts::review).filter(Objects::nonNull).toList());
    }

    private static @Nullable Reviewer reviewer(WorkItem item, Map<UUID, Reviewer> reviewers) {
        var review = review(item);
        return review == null ? null : reviewers.get(review);
    }

    /** With whom it is, for a list: nobody's own steps are looked for. */
    public Optional<Now> now(BusinessNumber number) {
        var items = workList.of(number);
        var reviewers = reviewers(items);
        return items.stream()
                .map(item -> new Now(whom(item, reviewer(item, reviewers)), item.dueAt()))
                .sorted(Comparator.comparing(Now::due, SOONEST_FIRST))
                .reduce(this::and);
    }

    /** @param steps as {@link #steps} answers them */
    public Optional<Now> now(List<OpenStep> steps) {
        return steps.stream().map(step -> new Now(step.whom(), step.due())).reduce(this::and);
    }

    private Now and(Now earlier, Now later) {
        return earlier.names().contains(later.whom())
                ? earlier
                : new Now(
                        Stream.concat(earlier.names().stream(), later.names().stream())
                                .toList(),
                        texts.say("requests.and", earlier.whom(), later.whom()),
                        earlier.due());
    }

    private OpenStep step(WorkItem item, PersonId reader, @Nullable Reviewer reviewer) {
        var mine = reader.equals(item.assignee());
        return new OpenStep(
                item.taskId(),
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

    private static @Nullable UUID review(WorkItem item) {
        return item.element().equals(AuthoriseSpeaking.REVIEW_REQUEST) && item.item() != null
                ? UUID.fromString(item.item())
                : null;
    }
}
