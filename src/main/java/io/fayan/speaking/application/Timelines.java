package io.fayan.speaking.application;

import io.fayan.kernel.PersonId;
import io.fayan.platform.web.Texts;
import io.fayan.platform.web.TimelineEntry;
import io.fayan.speaking.SpeakingFact;
import io.fayan.speaking.domain.SpeakingRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A request's story in the reader's words. */
@Component
class Timelines {

    /** Where the story names the text by its hash; everywhere else the version's number says enough. */
    private static final Set<SpeakingFact.Kind> NEW_TEXTS = EnumSet.of(
            SpeakingFact.Kind.REQUEST_SUBMITTED, SpeakingFact.Kind.REQUEST_CORRECTED, SpeakingFact.Kind.GRANT_ISSUED);

    private final Labels labels;
    private final Texts texts;

    Timelines(Labels labels, Texts texts) {
        this.labels = labels;
        this.texts = texts;
    }

    List<TimelineEntry> of(SpeakingRequest request) {
        return request.timeline().stream().map(entry -> told(request, entry)).toList();
    }

    private TimelineEntry told(SpeakingRequest request, io.fayan.speaking.domain.TimelineEntry entry) {
        var reviewer = entry.reviewer()
                .map(one -> labels.code("reviewer", one).label())
                .orElse("");
        var other = entry.otherPerson().map(one -> labels.person(one).name()).orElse("");
        return new TimelineEntry(
                tone(entry.kind()),
                texts.say("requests.did." + entry.kind(), reviewer, other, entry.version()),
                entry.happenedAt(),
                PersonId.SYSTEM.equals(entry.actor()) ? null : entry.actor(),
                entry.note().orElse(null),
                NEW_TEXTS.contains(entry.kind())
                        ? request.version(entry.version()).sha256()
                        : null);
    }

    private static String tone(SpeakingFact.Kind kind) {
        return switch (kind) {
            case REVIEW_APPROVED, GRANT_ISSUED, PUBLISHED_AS_GRANTED, DIFFERENCE_CLOSED -> "done";
            case REVIEW_RETURNED, QUESTION_ASKED, PUBLISHED_DIFFERENTLY, REVIEW_GROUP_EMPTY -> "waiting";
            case REVIEW_REJECTED, GRANT_REVOKED, REQUEST_WITHDRAWN, REQUEST_EXPIRED, GRANT_LAPSED, DIFFERENCE_KEPT ->
                "stopped";
            default -> "neutral";
        };
    }
}
