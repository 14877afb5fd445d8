package io.fayan.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.people.People;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Answer;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Claim;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.speaking.AuthoriseSpeaking;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests to speak in the whole application: filed, taken and decided by the demo company through the front door. */
@TestComponent
public class FrontDesk {

    private final DemoCompany company;
    private final MovableClock clock;
    private final FrontDoor door;
    private final WorkList workList;
    private final People people;
    private final JdbcClient jdbc;

    FrontDesk(
            DemoCompany company,
            MovableClock clock,
            FrontDoor door,
            WorkList workList,
            People people,
            JdbcClient jdbc) {
        this.company = company;
        this.clock = clock;
        this.door = door;
        this.workList = workList;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** @return somebody who asks to speak, with a manager and without a role */
    public PersonId opensAt(Instant moment) {
        company.movesIn();
        clock.moveTo(moment);
        return people.search("li.wei", null, 0, 1).persons().get(0).id();
    }

    /** A harmless post on the company's account; line manager and communications review it. */
    public BusinessNumber file(PersonId requester, String title, String text, String from, String until) {
        var answer = door.start(
                requester,
                AuthoriseSpeaking.PROCESS,
                key(),
                new HashMap<>(Map.of(
                        "channel", "COMPANY_ACCOUNT",
                        "account", "WB-MAIN",
                        "title", title,
                        "text", text,
                        "speakingAs", "COMPANY",
                        "contentClasses", "GENERAL",
                        "audience", "PUBLIC",
                        "purpose", "技术传播",
                        "windowFrom", from,
                        "windowUntil", until)));
        assertThat(answer).as(String.valueOf(answer)).isInstanceOf(Accepted.class);
        return new BusinessNumber(((Accepted) answer).number());
    }

    /** Whose step it is; one that is offered to a group is taken by the first who may. */
    public PersonId taken(WorkItem step) {
        if (step.assignee() != null) {
            return step.assignee();
        }
        var reviewer = step.groups().stream()
                .flatMap(role -> people.holders(role).stream())
                .filter(person -> workList.mayAct(person, step))
                .findFirst()
                .orElseThrow();
        assertThat(workList.claim(reviewer, step.taskId())).isEqualTo(Claim.DONE);
        return reviewer;
    }

    public void decide(WorkItem step, String verdict, String text) {
        var decision = Map.of(
                "verdict",
                verdict,
                "reason",
                "看过了",
                "reviewedText",
                Sha256.of(text).value());
        var answer = submit(taken(step), step, new HashMap<>(decision));
        assertThat(answer).as(String.valueOf(answer)).isInstanceOf(Accepted.class);
    }

    /** Everybody who is asked approves. */
    public void grant(BusinessNumber number, String text) {
        workList.of(number).forEach(step -> decide(step, "APPROVED", text));
        assertThat(status(number)).isEqualTo("GRANTED");
    }

    public Answer submit(PersonId person, WorkItem step, Map<String, Object> fields) {
        return door.submit(person, step.taskId(), key(), fields);
    }

    public WorkItem only(BusinessNumber number, String element) {
        var found = workList.of(number).stream()
                .filter(item -> item.element().equals(element))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    public String status(BusinessNumber number) {
        return jdbc.sql("select status from speaking_request where number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    /** A key for one submission. */
    public static String key() {
        return UUID.randomUUID().toString();
    }
}
