package io.fayan.people.application;

import static io.fayan.people.application.Company.TODAY;
import static io.fayan.people.application.Company.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.AbsenceRecorded;
import io.fayan.people.DepartureRecorded;
import io.fayan.people.PeopleImport;
import io.fayan.people.PersonLeft;
import io.fayan.people.StepHandedOver;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.worklist.WorkList.Claim;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandOverTest {

    private static final PersonId HEAD = new PersonId("F1");
    private static final PersonId LEADER = new PersonId("F2");
    private static final PersonId LAWYER = new PersonId("F3");
    private static final PersonId COLLEAGUE = new PersonId("F4");
    private static final PersonId SELLER = new PersonId("F5");

    private final Company company = new Company();

    @BeforeEach
    void people() {
        var table = String.join(",", PeopleImport.PERSON_COLUMNS)
                + """

                F1,head,Head,A,a@example.com,REGULAR,XY,,,ADMINISTRATOR,en,2020-01-01,
                F2,lead,Lead,B,b@example.com,REGULAR,XY,F1,,,en,2020-01-01,
                F3,lawyer,Lawyer,C,c@example.com,REGULAR,XY,F2,,LEGAL,en,2020-01-01,
                F4,colleague,Colleague,D,d@example.com,REGULAR,XY,F2,,LEGAL,en,2020-01-01,
                F5,seller,Seller,E,e@example.com,REGULAR,XY,F2,,,en,2020-01-01,
                """;
        assertThat(company.imports
                        .carryOut(new PeopleImport.Tables(null, table.getBytes(UTF_8)), Company.BY)
                        .problems())
                .isEmpty();
        company.events.clear();
        when(company.workList.assign(any(), any())).thenReturn(Claim.DONE);
        when(company.workList.unclaim(any(), any())).thenReturn(Claim.DONE);
    }

    private void away(PersonId person, PersonId deputy) {
        assertThat(company.desk.record(person, TODAY, TODAY.plusDays(3), deputy, person))
                .isEqualTo(Outcome.kept());
    }

    @Test
    void an_absentee_passes_open_steps_to_the_deputy_at_once() {
        when(company.workList.assignedTo(LAWYER)).thenReturn(List.of(step("t1", "F3", Role.LEGAL)));

        away(LAWYER, COLLEAGUE);

        verify(company.workList).assign("t1", COLLEAGUE);
        assertThat(company.events(AbsenceRecorded.class)).hasSize(1);
        assertThat(company.events(StepHandedOver.class)).singleElement().satisfies(event -> assertThat(event.to())
                .isEqualTo(COLLEAGUE));
    }

    @Test
    void a_deputy_with_a_conflict_gets_nothing_and_the_group_has_it_back() {
        when(company.workList.assignedTo(LAWYER)).thenReturn(List.of(step("t1", "F3", Role.LEGAL)));
        when(company.workList.assign("t1", COLLEAGUE)).thenReturn(Claim.CONFLICT);

        away(LAWYER, COLLEAGUE);

        verify(company.workList).unclaim(LAWYER, "t1");
        assertThat(company.events(StepHandedOver.class)).singleElement().satisfies(event -> assertThat(event.group())
                .isEqualTo(Role.LEGAL));
    }

    @Test
    void a_deputy_without_the_role_does_not_inherit_it() {
        when(company.workList.assignedTo(LAWYER)).thenReturn(List.of(step("t1", "F3", Role.LEGAL)));

        away(LAWYER, SELLER);

        verify(company.workList, never()).assign(any(), any());
        verify(company.workList).unclaim(LAWYER, "t1");
    }

    @Test
    void a_managers_own_step_goes_to_the_deputy() {
        when(company.workList.assignedTo(LEADER)).thenReturn(List.of(step("t1", "F2")));

        away(LEADER, SELLER);

        verify(company.workList).assign("t1", SELLER);
    }

    @Test
    void a_leavers_step_without_a_group_goes_up_the_line_past_a_conflict() {
        when(company.workList.assignedTo(SELLER)).thenReturn(List.of(step("t1", "F5")));
        when(company.workList.assign("t1", LEADER)).thenReturn(Claim.CONFLICT);

        company.office.leave(SELLER, TODAY.minusDays(1), Company.BY);

        verify(company.workList).assign("t1", HEAD);
        assertThat(company.events(PersonLeft.class)).hasSize(1);
        assertThat(company.engineUsers).doesNotContainKey("F5");
    }

    @Test
    void an_absent_managers_deputy_takes_the_leavers_step() {
        away(LEADER, COLLEAGUE);
        when(company.workList.assignedTo(SELLER)).thenReturn(List.of(step("t1", "F5")));

        company.office.leave(SELLER, TODAY.minusDays(1), Company.BY);

        verify(company.workList).assign("t1", COLLEAGUE);
    }

    @Test
    void human_resources_have_the_last_resort() {
        when(company.workList.assignedTo(SELLER)).thenReturn(List.of(step("t1", "F5")));
        when(company.workList.assign(any(), any())).thenReturn(Claim.CONFLICT);

        company.office.leave(SELLER, TODAY.minusDays(1), Company.BY);

        verify(company.workList).offer("t1", Role.HUMAN_RESOURCES);
    }

    @Test
    void nothing_moves_before_the_last_day_is_over() {
        company.office.leave(SELLER, TODAY, Company.BY);

        verify(company.workList, never()).assignedTo(any());
        assertThat(company.engineUsers).containsKey("F5");
        assertThat(company.events(DepartureRecorded.class)).hasSize(1);
        assertThat(company.events(PersonLeft.class)).isEmpty();
    }

    @Test
    void an_absence_to_come_moves_nothing_yet() {
        company.desk.record(LAWYER, TODAY.plusDays(1), TODAY.plusDays(2), COLLEAGUE, LAWYER);

        verify(company.workList, never()).assignedTo(any());

        company.desk.begin(company.desk.of(LAWYER).get(0).id());

        verify(company.workList).assignedTo(LAWYER);
    }

    @Test
    void the_only_administrator_can_neither_leave_nor_lose_the_role() {
        assertThat(company.office.leave(HEAD, TODAY, Company.BY))
                .isEqualTo(Outcome.refused(Refusal.at("lastDay", "people.refused.lastAdministrator")));
        assertThat(company.office.changeRoles(HEAD, Set.of(), Company.BY))
                .isEqualTo(Outcome.refused(Refusal.at("roles", "people.refused.lastAdministrator")));
        assertThat(company.office.changeRoles(LEADER, Set.of(Role.ADMINISTRATOR), Company.BY))
                .isEqualTo(Outcome.kept());
        assertThat(company.office.leave(HEAD, TODAY, Company.BY)).isEqualTo(Outcome.kept());
    }

    @Test
    void an_absence_is_refused_with_the_field_it_is_about() {
        away(LAWYER, COLLEAGUE);

        assertThat(refusals(company.desk.record(LAWYER, TODAY.plusDays(3), TODAY.plusDays(5), SELLER, LAWYER)))
                .containsExactly("from absence.refused.overlaps");
        assertThat(refusals(company.desk.record(SELLER, TODAY, TODAY.minusDays(1), SELLER, SELLER)))
                .containsExactly("until absence.refused.endsBeforeBegin", "deputy absence.refused.ownDeputy");
        assertThat(refusals(company.desk.record(
                        SELLER, TODAY.minusDays(9), TODAY.minusDays(1), new PersonId("F9"), SELLER)))
                .containsExactly("until absence.refused.over", "deputy absence.refused.deputyNotHere");
        assertThat(refusals(company.desk.record(SELLER, TODAY, TODAY.plusYears(2), COLLEAGUE, SELLER)))
                .containsExactly("until absence.refused.tooLong");
        assertThat(refusals(company.desk.record(COLLEAGUE, TODAY.plusDays(2), TODAY.plusDays(9), LAWYER, COLLEAGUE)))
                .containsExactly("deputy absence.refused.eachOther");
    }

    @Test
    void only_ones_own_open_absence_can_be_taken_back() {
        away(LAWYER, COLLEAGUE);
        var absence = company.desk.of(LAWYER).get(0).id();

        assertThat(company.desk.cancel(COLLEAGUE, absence, COLLEAGUE)).isInstanceOf(Outcome.Refused.class);
        assertThat(company.desk.cancel(LAWYER, absence, LAWYER)).isEqualTo(Outcome.kept());
        assertThat(company.desk.of(LAWYER)).isEmpty();
        assertThat(company.register.deputyOf(LAWYER, TODAY)).isEmpty();
        assertThat(company.desk.cancel(LAWYER, absence, LAWYER)).isInstanceOf(Outcome.Refused.class);
    }

    private static List<String> refusals(Outcome outcome) {
        return ((Outcome.Refused) outcome)
                .reasons().stream()
                        .map(reason -> reason.field() + " " + reason.message())
                        .toList();
    }
}
