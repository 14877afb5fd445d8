package io.fayan.platform.web;

import io.fayan.kernel.PersonId;
import io.fayan.platform.frontdoor.Models;
import io.fayan.platform.worklist.Matters;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Filter;
import io.fayan.platform.worklist.WorkList.Order;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The first section of the home page: open steps of this person and of the person's groups, soonest due first. */
@Component
class WaitingForYou implements HomeSection {

    private static final int SHOWN = 6;
    private static final Order SOONEST_FIRST = new Order(Order.By.DUE, true);

    private final WorkList workList;
    private final Models models;
    private final Matters matters;

    WaitingForYou(WorkList workList, Models models, Matters matters) {
        this.workList = workList;
        this.models = models;
        this.matters = matters;
    }

    record Section(List<Step> mine, long allMine, List<Step> offered, long allOffered) {
        public boolean empty() {
            return allMine == 0 && allOffered == 0;
        }

        public long moreMine() {
            return allMine - mine.size();
        }

        public long moreOffered() {
            return allOffered - offered.size();
        }
    }

    record Step(String step, String subject, String number, String page, @Nullable Instant dueAt, String path) {}

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String fragment() {
        return "portal/waiting :: waiting";
    }

    @Override
    public Section model(PersonId person) {
        var mine = workList.list(person, Filter.MINE, SOONEST_FIRST, 0, SHOWN);
        var offered = workList.list(person, Filter.MY_GROUPS, SOONEST_FIRST, 0, SHOWN);
        return new Section(
                steps(mine.items(), "mine"), mine.total(), steps(offered.items(), "my-groups"), offered.total());
    }

    private List<Step> steps(List<WorkItem> items, String filter) {
        var language = LocaleContextHolder.getLocale();
        return items.stream()
                .map(item -> new Step(
                        models.stepName(item.process(), item.element(), language),
                        item.subject(),
                        item.matter().value(),
                        matters.owner(item.matter()).path(item.matter()),
                        item.dueAt(),
                        PortalConfiguration.TASKLIST + "#/?filter=" + filter + "&task="
                                + UriUtils.encode(item.taskId(), "UTF-8")))
                .toList();
    }
}
