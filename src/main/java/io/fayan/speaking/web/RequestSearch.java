package io.fayan.speaking.web;

import io.fayan.kernel.PersonId;
import io.fayan.platform.web.SearchSource;
import io.fayan.platform.web.Texts;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Filter;
import io.fayan.platform.worklist.WorkList.Order;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.speaking.application.Labels;
import io.fayan.speaking.application.SpeakingNumbers;
import io.fayan.speaking.application.SpeakingPages;
import io.fayan.speaking.persistence.RequestList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Requests by number or by words of their title; only those that the person may see. */
@Component
class RequestSearch implements SearchSource {

    private static final int MOST_OFFERED = 200;
    private static final Order SOONEST_FIRST = new Order(Order.By.DUE, true);

    private final RequestList requests;
    private final SpeakingPages pages;
    private final WorkList workList;
    private final Labels labels;
    private final Texts texts;

    RequestSearch(RequestList requests, SpeakingPages pages, WorkList workList, Labels labels, Texts texts) {
        this.requests = requests;
        this.pages = pages;
        this.workList = workList;
        this.labels = labels;
        this.texts = texts;
    }

    @Override
    public List<Hit> search(PersonId person, String words, int limit) {
        var everything = pages.seesEverything(person);
        var offered = everything
                ? List.<WorkItem>of()
                : Stream.of(Filter.MINE, Filter.MY_GROUPS)
                        .flatMap(filter ->
                                workList.list(person, filter, SOONEST_FIRST, 0, MOST_OFFERED).items().stream())
                        .toList();
        return requests
                .find(
                        words,
                        person,
                        everything,
                        offered.stream().map(WorkItem::matter).distinct().toList(),
                        limit)
                .stream()
                .map(row -> new Hit(
                        "requests.title",
                        row.title(),
                        texts.say(
                                "requests.hit",
                                row.number(),
                                labels.code("speaking.status", row.status()).label(),
                                labels.person(row.speaker()).name()),
                        SpeakingNumbers.path(row.number())))
                .toList();
    }
}
