package io.fayan.notification.application;

import static io.fayan.notification.Notifications.Kind.ESCALATION;
import static io.fayan.notification.Notifications.Kind.PROGRESS;
import static io.fayan.notification.Notifications.Kind.RESULT;
import static io.fayan.notification.Notifications.Kind.WORK;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.notification.Notifications;
import io.fayan.notification.Notifications.Kind;
import io.fayan.notification.Notifications.Label;
import io.fayan.people.People;
import io.fayan.platform.worklist.WorkList;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.SpeakingFact;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who has to know what happened to a request to speak. Nobody is told what they did themselves. */
@Component
class SpeakingNews {

    private final Notifications notifications;
    private final People people;
    private final WorkList workList;

    SpeakingNews(Notifications notifications, People people, WorkList workList) {
        this.notifications = notifications;
        this.people = people;
        this.workList = workList;
    }

    @EventListener
    void on(SpeakingFact fact) {
        switch (fact.kind()) {
            case QUESTION_ASKED -> tell(fact, WORK, requester(fact));
            case REVIEW_RETURNED -> tell(fact, WORK, owners(fact));
            case QUESTION_ANSWERED, REVIEW_HANDED_OVER, STEP_REASSIGNED -> tell(fact, WORK, person(fact));
            case REVIEWERS_NUDGED -> tell(fact, WORK, reviewers(fact));
            case REVIEW_APPROVED, REVIEWER_ADDED -> tell(fact, PROGRESS, owners(fact));
            case GRANT_ISSUED,
                    REVIEW_REJECTED,
                    GRANT_REVOKED,
                    REQUEST_EXPIRED,
                    GRANT_LAPSED,
                    DIFFERENCE_CLOSED,
                    DIFFERENCE_KEPT -> tell(fact, RESULT, owners(fact));
            case REVIEW_GROUP_EMPTY -> tell(fact, ESCALATION, alarmed());
            case REQUEST_SUBMITTED,
                    REVIEWS_PLANNED,
                    REVIEW_GIVEN_BACK,
                    REQUEST_CORRECTED,
                    PUBLISHED_AS_GRANTED,
                    PUBLISHED_DIFFERENTLY,
                    REQUEST_WITHDRAWN -> {
                // Whoever acts next sees the step in the work list; the requester did it.
            }
        }
    }

    private void tell(SpeakingFact fact, Kind kind, Collection<PersonId> receivers) {
        var reviewer = fact.facts().get("reviewer");
        var arguments = reviewer == null ? List.<Object>of() : List.<Object>of(new Label("reviewer." + reviewer));
        receivers.stream()
                .filter(receiver -> !receiver.equals(fact.actor()))
                .forEach(receiver -> notifications.tell(
                        receiver,
                        kind,
                        fact.request(),
                        "notification.speaking." + fact.kind().name(),
                        arguments,
                        fact.name() + ":" + fact.request() + ":" + fact.at().toEpochMilli()
                                + (reviewer == null ? "" : ":" + reviewer)));
    }

    private static Set<PersonId> requester(SpeakingFact fact) {
        return Set.of(new PersonId(fact.facts().get("requester")));
    }

    private static Set<PersonId> owners(SpeakingFact fact) {
        var owners = new LinkedHashSet<>(requester(fact));
        owners.add(new PersonId(fact.facts().get("speaker")));
        return owners;
    }

    private static Set<PersonId> person(SpeakingFact fact) {
        return Set.of(new PersonId(Objects.requireNonNull(fact.facts().get("person"))));
    }

    /** Those who hold a review of the request, and where nobody has taken it, everybody who could. */
    private Set<PersonId> reviewers(SpeakingFact fact) {
        var reviewers = new LinkedHashSet<PersonId>();
        for (var item : workList.of(fact.request())) {
            if (item.element().equals(AuthoriseSpeaking.REVIEW_REQUEST)) {
                if (item.assignee() != null) {
                    reviewers.add(item.assignee());
                } else {
                    item.groups().stream()
                            .flatMap(role -> people.holders(role).stream())
                            .filter(person -> workList.mayAct(person, item))
                            .forEach(reviewers::add);
                }
            }
        }
        return reviewers;
    }

    private Set<PersonId> alarmed() {
        var alarmed = new LinkedHashSet<>(people.holders(Role.COMMUNICATIONS_LEAD));
        alarmed.addAll(people.holders(Role.ADMINISTRATOR));
        return alarmed;
    }
}
