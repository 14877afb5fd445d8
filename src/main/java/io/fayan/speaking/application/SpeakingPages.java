package io.fayan.speaking.application;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.web.MatterPage;
import io.fayan.platform.worklist.WorkList;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.domain.SpeakingRequest;
import io.fayan.speaking.persistence.SpeakingRequests;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests to speak, as the rest of the product sees them. */
@Component
@Transactional(readOnly = true)
public class SpeakingPages implements MatterPage {

    /** Steps in which somebody judges: closed to whoever has a part in the matter. */
    private static final Set<String> JUDGING =
            Set.of(AuthoriseSpeaking.REVIEW_REQUEST, AuthoriseSpeaking.EXAMINE_DIFFERENCE);

    private final SpeakingRequests requests;
    private final People people;
    private final ObjectProvider<WorkList> workList;

    SpeakingPages(SpeakingRequests requests, People people, ObjectProvider<WorkList> workList) {
        this.requests = requests;
        this.people = people;
        this.workList = workList;
    }

    @Override
    public String prefix() {
        return SpeakingNumbers.PREFIX;
    }

    @Override
    public String subject(BusinessNumber number) {
        return request(number).title();
    }

    /** Whose it is, who reviews or reviewed it, communications, and auditors. */
    @Override
    public boolean visibleTo(PersonId person, BusinessNumber number) {
        var request = requests.find(number.value());
        return request.isPresent() && visible(request.get(), person);
    }

    private boolean visible(SpeakingRequest request, PersonId person) {
        if (request.own(person) || took(request, person)) {
            return true;
        }
        if (seesEverything(person)) {
            return true;
        }
        return workList.getObject().of(request.number()).stream()
                .anyMatch(item -> workList.getObject().mayAct(person, item));
    }

    /** Communications and auditors see every request. */
    public boolean seesEverything(PersonId person) {
        var roles =
                people.find(person).filter(Person::active).map(Person::roles).orElse(Set.of());
        return roles.contains(Role.COMMUNICATIONS)
                || roles.contains(Role.COMMUNICATIONS_LEAD)
                || roles.contains(Role.AUDITOR);
    }

    private static boolean took(SpeakingRequest request, PersonId person) {
        return request.reviews().stream()
                        .anyMatch(review -> review.decidedBy()
                                        .filter(person::equals)
                                        .isPresent()
                                || review.assignee().filter(person::equals).isPresent())
                || request.questions().stream()
                        .anyMatch(question -> question.askedBy().equals(person));
    }

    @Override
    public Set<PersonId> conflicted(BusinessNumber number, String element) {
        if (!JUDGING.contains(element)) {
            return Set.of();
        }
        var request = request(number);
        return new HashSet<>(List.of(request.requester(), request.speaker()));
    }

    @Override
    public String path(BusinessNumber number) {
        return SpeakingNumbers.path(number);
    }

    private SpeakingRequest request(BusinessNumber number) {
        return requests.find(number.value()).orElseThrow();
    }
}
