package io.fayan.speaking.web;

import io.fayan.kernel.PersonId;
import io.fayan.platform.web.HomeSection;
import io.fayan.speaking.application.Labels;
import io.fayan.speaking.application.Labels.Code;
import io.fayan.speaking.application.Tones;
import io.fayan.speaking.application.Whereabouts;
import io.fayan.speaking.application.Whereabouts.Now;
import io.fayan.speaking.persistence.RequestList;
import io.fayan.speaking.persistence.RequestList.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the home page: one's own open requests, newest first, each with whom it is and until when. */
@Component
class MyRequests implements HomeSection {

    private static final int SHOWN = 5;

    private final RequestList requests;
    private final Whereabouts whereabouts;
    private final Labels labels;

    MyRequests(RequestList requests, Whereabouts whereabouts, Labels labels) {
        this.requests = requests;
        this.whereabouts = whereabouts;
        this.labels = labels;
    }

    record Line(Row row, Code status, String tone, @Nullable Now now) {}

    record Section(List<Line> lines, long total) {}

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String fragment() {
        return "speaking/home :: myRequests";
    }

    @Override
    public Section model(PersonId person) {
        var open = requests.open(person, SHOWN);
        return new Section(
                open.rows().stream()
                        .map(row -> new Line(
                                row,
                                labels.code("speaking.status", row.status()),
                                Tones.of(row.status()),
                                whereabouts.now(row.number()).orElse(null)))
                        .toList(),
                open.total());
    }
}
