package io.fayan.speaking.domain;

import io.fayan.kernel.PersonId;
import io.fayan.speaking.SpeakingFact;
import io.fayan.speaking.SpeakingFact.Kind;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happened to a request, told twice: with everybody's words on its timeline, as a fact without them to the others. */
@Embeddable
class Story {

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL)
    @OrderBy("entryNumber")
    private List<TimelineEntry> timeline = new ArrayList<>();

    @Transient
    private List<SpeakingFact> facts = new ArrayList<>();

    void tell(
            SpeakingRequest request,
            Kind kind,
            PersonId actor,
            Instant now,
            @Nullable Review review,
            @Nullable PersonId other,
            @Nullable String note) {
        var version = request.currentVersion();
        timeline.add(new TimelineEntry(
                request,
                timeline.size() + 1,
                now,
                actor,
                kind,
                review == null ? null : review.reviewer(),
                version.number(),
                other,
                note));
        var told = new TreeMap<String, String>();
        told.put("version", Integer.toString(version.number()));
        told.put("text", version.sha256().value());
        told.put("requester", request.requester().value());
        told.put("speaker", request.speaker().value());
        if (review != null) {
            told.put("reviewer", review.reviewer().name());
            told.put("review", review.id().toString());
        }
        if (other != null) {
            told.put("person", other.value());
        }
        facts.add(new SpeakingFact(request.number(), kind, actor, now, told));
    }

    List<TimelineEntry> timeline() {
        return List.copyOf(timeline);
    }

    /** What was told since the last time this was asked. */
    List<SpeakingFact> takeFacts() {
        var taken = List.copyOf(facts);
        facts.clear();
        return taken;
    }
}
