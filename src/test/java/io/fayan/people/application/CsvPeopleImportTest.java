package io.fayan.people.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.DepartureRecorded;
import io.fayan.people.PeopleImport;
import io.fayan.people.PeopleImport.Tables;
import io.fayan.people.PersonChanged;
import io.fayan.people.PersonJoined;
import io.fayan.people.PersonLeft;
import io.fayan.people.PersonRegistered;
import io.fayan.people.RolesChanged;
import io.fayan.platform.csv.CsvProblem;
import io.fayan.platform.csv.ImportReport;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvPeopleImportTest {

    private static final String PERSONS = String.join(",", PeopleImport.PERSON_COLUMNS) + "\n";
    private static final String UNITS = String.join(",", PeopleImport.UNIT_COLUMNS) + "\n";
    private static final String ANN =
            "F1,ann,Ann,Smith,ann@example.com,REGULAR,XY,,Head,LEGAL;ADMINISTRATOR,en,2020-01-01,\n";
    private static final String BO = "F2,bo,博,文,bo@example.com,INTERN,XY,F1,,,zh-CN,2026-01-01,\n";

    private final Company company = new Company();

    private ImportReport persons(String lines) {
        return company.imports.carryOut(new Tables(null, (PERSONS + lines).getBytes(UTF_8)), Company.BY);
    }

    private ImportReport units(String lines) {
        return company.imports.carryOut(new Tables((UNITS + lines).getBytes(UTF_8), null), Company.BY);
    }

    @Test
    void persons_come_in_with_their_roles_and_can_be_found() {
        var report = persons(BO + ANN);

        assertThat(report.written()).isTrue();
        assertThat(report.created()).isEqualTo(2);
        assertThat(company.register.holders(Role.LEGAL)).containsExactly(new PersonId("F1"));
        assertThat(company.register.managerOf(new PersonId("F2"))).contains(new PersonId("F1"));
        assertThat(company.engineUsers)
                .containsEntry("F1", Set.of(Role.LEGAL, Role.ADMINISTRATOR))
                .containsEntry("F2", Set.of());
        assertThat(company.events(PersonRegistered.class)).hasSize(2);
        assertThat(company.events(PersonJoined.class)).hasSize(2);
    }

    @Test
    void the_same_table_again_changes_nothing_and_tells_nobody() {
        persons(ANN + BO);
        company.events.clear();

        var report = persons(ANN + BO);

        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(report.created() + report.changed()).isZero();
        assertThat(company.events).isEmpty();
    }

    @Test
    void a_dry_run_reports_the_same_and_writes_nothing() {
        var report = company.imports.check(new Tables(null, (PERSONS + ANN + BO).getBytes(UTF_8)));

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.written()).isFalse();
        assertThat(report.acceptable()).isTrue();
        assertThat(company.staff.findAll()).isEmpty();
        assertThat(company.events).isEmpty();
    }

    @Test
    void one_wrong_line_keeps_every_line_out() {
        var report = persons(ANN + BO.replace("INTERN", "TRAINEE"));

        assertThat(report.written()).isFalse();
        assertThat(company.staff.findAll()).isEmpty();
        assertThat(report.problems())
                .extracting(CsvProblem::table, CsvProblem::line, CsvProblem::column, p -> p.reason()
                        .message())
                .containsExactly(tuple("persons", 3, "staff_type", "people.import.unknownStaffType"));
    }

    @ParameterizedTest
    @CsvSource({
        "F2, system, id, people.import.reserved",
        "F2, engine-admin, id, people.import.reserved",
        "F2, F 2, id, people.import.badId",
        "F2, '', id, csv.required",
        "'F2(.*)XY,F1', 'F1$1XY,', id, people.import.twice",
        "bo, ANN, login, people.import.twice",
        "bo, .bo, login, people.import.badLogin",
        "博, '', family_name, csv.required",
        "bo@example.com, bo at example, mail, people.import.badMail",
        "XY, ZZ, unit, people.import.unknownUnit",
        "F1, F9, manager, people.import.unknownManager",
        "F1, F2, manager, people.import.ownManager",
        "',,,zh-CN', ',,LEGAL;KING,zh-CN', roles, people.import.unknownRole",
        "zh-CN, fr, language, people.import.unknownLanguage",
        "2026-01-01, 2026/1/1, active_from, people.import.badDay",
        "2026-01-01, '', active_from, csv.required",
        "'2026-01-01,', '2026-01-01,2025-12-31', active_until, people.refused.lastDayBeforeFirst"
    })
    void each_mistake_is_named_by_line_and_column(String right, String wrong, String column, String message) {
        var report = persons(ANN + BO.replaceFirst(right, wrong));

        assertThat(report.problems())
                .extracting(CsvProblem::line, CsvProblem::column, problem -> problem.reason()
                        .message())
                .containsExactly(tuple(3, column, message));
    }

    @Test
    void reporting_lines_that_run_in_circles_are_refused() {
        persons(ANN + BO);

        var report = persons(ANN.replace("XY,,", "XY,F2,"));

        assertThat(report.problems())
                .extracting(CsvProblem::line, CsvProblem::column, problem -> problem.reason()
                        .message())
                .containsExactly(tuple(2, "manager", "people.import.cycle"));
        assertThat(company.register.managerOf(new PersonId("F1"))).isEmpty();
    }

    @Test
    void a_login_that_somebody_else_has_is_refused() {
        persons(ANN);

        assertThat(persons(BO.replace(",bo,", ",Ann,")).problems())
                .extracting(CsvProblem::column, problem -> problem.reason().message())
                .containsExactly(tuple("login", "people.import.loginTaken"));
    }

    @Test
    void a_changed_line_tells_what_changed_and_corrects_the_engine() {
        persons(ANN + BO);
        company.events.clear();

        var report = persons(BO.replace("F1,,,", "F1,Trainee,PRODUCT,"));

        assertThat(report.changed()).isEqualTo(1);
        assertThat(company.engineUsers).containsEntry("F2", Set.of(Role.PRODUCT));
        assertThat(company.events(RolesChanged.class)).singleElement().satisfies(event -> assertThat(event.facts())
                .containsEntry("before", "")
                .containsEntry("after", "PRODUCT"));
        assertThat(company.events(PersonChanged.class)).singleElement().satisfies(event -> assertThat(event.fields())
                .containsExactly("title"));
    }

    @Test
    void somebody_whose_last_day_is_over_leaves_with_the_import() {
        persons(ANN + BO);

        var report = persons(BO.replace("2026-01-01,", "2026-01-01,2026-11-19"));

        assertThat(report.left()).isEqualTo(1);
        assertThat(company.engineUsers).doesNotContainKey("F2");
        assertThat(company.events(DepartureRecorded.class)).hasSize(1);
        assertThat(company.events(PersonLeft.class)).hasSize(1);
        assertThat(company.register.find(new PersonId("F2")).orElseThrow().active())
                .isFalse();
    }

    @Test
    void somebody_who_left_long_ago_comes_in_without_ever_joining() {
        persons(ANN + BO.replace("2026-01-01,", "2026-01-01,2026-05-31"));

        assertThat(company.engineUsers).doesNotContainKey("F2");
        assertThat(company.events(PersonJoined.class))
                .extracting(PersonJoined::person)
                .doesNotContain(new PersonId("F2"));
    }

    @Test
    void the_only_administrator_cannot_be_imported_away() {
        persons(ANN + BO);

        assertThat(persons(ANN.replace(";ADMINISTRATOR", "")).problems())
                .extracting(CsvProblem::column, problem -> problem.reason().message())
                .containsExactly(tuple("roles", "people.refused.lastAdministrator"));
        assertThat(persons(ANN.replace(";ADMINISTRATOR", "") + BO.replace("F1,,,", "F1,,ADMINISTRATOR,"))
                        .written())
                .isTrue();
    }

    @Test
    void units_and_persons_may_refer_to_each_other_in_one_import() {
        var report = company.imports.carryOut(
                new Tables(
                        (UNITS + "RND,研发,研發,Research,XY,F1\n").getBytes(UTF_8),
                        (PERSONS + ANN.replace(",XY,", ",RND,")).getBytes(UTF_8)),
                Company.BY);

        assertThat(report.problems()).isEmpty();
        assertThat(report.parts())
                .extracting(ImportReport.Part::table, ImportReport.Part::created)
                .containsExactly(tuple("units", 1), tuple("persons", 1));
        assertThat(company.register.units())
                .filteredOn(unit -> unit.code().equals("RND"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.lead()).isEqualTo(new PersonId("F1")));
    }

    @Test
    void units_with_unknown_parents_leads_or_circles_are_refused() {
        assertThat(units("A,a,a,A,B,\nB,b,b,B,A,\nC,c,c,C,ZZ,F7\nA,a,a,A,,\n,d,d,,,\n")
                        .problems())
                .extracting(CsvProblem::line, CsvProblem::column, problem -> problem.reason()
                        .message())
                .containsExactlyInAnyOrder(
                        tuple(2, "parent", "people.import.cycle"),
                        tuple(3, "parent", "people.import.cycle"),
                        tuple(4, "parent", "people.import.unknownUnit"),
                        tuple(4, "lead", "people.import.unknownPerson"),
                        tuple(5, "code", "people.import.twice"),
                        tuple(6, "code", "csv.required"),
                        tuple(6, "name_en", "csv.required"));
    }

    @Test
    void a_mistake_in_a_line_is_not_reported_again_at_those_who_refer_to_it() {
        assertThat(persons(ANN.replace("REGULAR", "KING") + BO).problems()).hasSize(1);
    }
}
