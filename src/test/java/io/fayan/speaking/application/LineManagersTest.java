package io.fayan.speaking.application;

import static io.fayan.speaking.application.Office.COLLEAGUE;
import static io.fayan.speaking.application.Office.EDITOR;
import static io.fayan.speaking.application.Office.HEAD;
import static io.fayan.speaking.application.Office.LEAD;
import static io.fayan.speaking.application.Office.MANAGER;
import static io.fayan.speaking.application.Office.REQUESTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.speaking.Reviewer;
import org.junit.jupiter.api.Test;

/** Who looks at a request as the line manager. The requester reports to the manager, who reports to the head. */
class LineManagersTest {

    private final Office office = new Office();

    @Test
    void the_speakers_manager_reviews_and_the_step_is_theirs_alone() {
        var number = office.file(Draft.of("A text"));
        var step = office.step(number, Reviewer.LINE_MANAGER);
        assertThat(step.assignee()).isEqualTo(MANAGER);
        assertThat(step.groups()).isEmpty();
    }

    @Test
    void it_is_the_speakers_manager_who_counts_not_the_requesters() {
        var number = office.file(Draft.of("A text").spokenBy(EDITOR));
        assertThat(office.step(number, Reviewer.LINE_MANAGER).assignee()).isEqualTo(LEAD);
    }

    @Test
    void managers_manager_reviews_when_the_manager_has_left() {
        office.people.leave(MANAGER);
        assertThat(office.step(office.file(Draft.of("A text")), Reviewer.LINE_MANAGER)
                        .assignee())
                .isEqualTo(HEAD);
    }

    @Test
    void managers_manager_reviews_when_the_manager_filed_it_for_somebody() {
        var number = office.file(MANAGER, Draft.of("A text").spokenBy(COLLEAGUE));
        assertThat(office.step(number, Reviewer.LINE_MANAGER).assignee()).isEqualTo(HEAD);
    }

    @Test
    void communications_leads_review_when_there_is_no_manager_at_all() {
        assertOfferedToTheLeads(office.file(HEAD, Draft.of("A text")));
    }

    @Test
    void communications_leads_review_when_nobody_up_the_line_is_left() {
        office.people.leave(MANAGER);
        office.people.leave(HEAD);
        assertOfferedToTheLeads(office.file(Draft.of("A text")));
    }

    @Test
    void communications_leads_review_when_everybody_up_the_line_has_a_part_in_it() {
        assertOfferedToTheLeads(office.file(HEAD, Draft.of("A text").spokenBy(MANAGER)));
    }

    @Test
    void reporting_line_that_runs_in_a_circle_comes_to_an_end() {
        office.people.leave(MANAGER);
        office.people.join(HEAD, MANAGER);
        office.people.leave(HEAD);
        assertOfferedToTheLeads(office.file(Draft.of("A text")));
    }

    @Test
    void deputy_reviews_for_a_manager_who_is_away() {
        office.people.away(MANAGER, COLLEAGUE);
        assertThat(reviewing(REQUESTER)).isEqualTo(COLLEAGUE);
    }

    @Test
    void deputys_deputy_reviews_when_both_are_away() {
        office.people.away(MANAGER, COLLEAGUE);
        office.people.away(COLLEAGUE, EDITOR);
        assertThat(reviewing(REQUESTER)).isEqualTo(EDITOR);
    }

    @Test
    void managers_manager_reviews_when_the_deputy_has_a_part_in_it() {
        office.people.away(MANAGER, REQUESTER);
        assertThat(reviewing(REQUESTER)).isEqualTo(HEAD);
        assertThat(office.lineManagers.reviewing(REQUESTER, COLLEAGUE)).contains(HEAD);
        assertThat(office.lineManagers.reviewing(COLLEAGUE, REQUESTER)).contains(HEAD);
    }

    private PersonId reviewing(PersonId speaker) {
        return office.lineManagers.reviewing(speaker, speaker).orElseThrow();
    }

    private void assertOfferedToTheLeads(BusinessNumber number) {
        var step = office.step(number, Reviewer.LINE_MANAGER);
        assertThat(step.assignee()).isNull();
        assertThat(step.groups()).containsExactly(Role.COMMUNICATIONS_LEAD);
        assertThat(office.workList.mayAct(LEAD, step)).isTrue();
    }
}
