package io.fayan.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.application.DayChange;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.security.PersonDirectory;
import io.fayan.support.WiringTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@WiringTest
class PeopleWiringTest {

    private static final PersonId LEAD = new PersonId("PT-1");
    private static final PersonId LAWYER = new PersonId("PT-2");
    private static final PersonId COLLEAGUE = new PersonId("PT-3");
    private static final PersonId PARTNER = new PersonId("PT-4");

    @Autowired
    PeopleImport imports;

    @Autowired
    People people;

    @Autowired
    Personnel personnel;

    @Autowired
    Absences absences;

    @Autowired
    Credentials credentials;

    @Autowired
    PersonDirectory directory;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    DayChange dayChange;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private final PeopleImport.Tables tables = new PeopleImport.Tables(
            (String.join(",", PeopleImport.UNIT_COLUMNS)
                            + """

                            PT,测试,測試,Proving,,PT-1
                            PT-LAW,试法,試法,Proving Law,PT,PT-2
                            """)
                    .getBytes(UTF_8),
            (String.join(",", PeopleImport.PERSON_COLUMNS)
                            + """

                            PT-1,pt.lead,Prüfer,Ada,pt1@example.com,REGULAR,PT,,Head,ADMINISTRATOR,en,2020-01-01,
                            PT-2,pt.lawyer,律,师,pt2@example.com,REGULAR,PT-LAW,PT-1,法务 100%,LEGAL;PRODUCT,zh-CN,2020-01-01,
                            PT-3,pt.colleague,同,事,pt3@example.com,TEMPORARY,PT-LAW,PT-1,,LEGAL,zh-TW,2020-01-01,
                            PT-4,pt.partner,Partner,Pat,pt4@example.com,PARTNER,PT,PT-1,,,en,2020-01-01,
                            """)
                    .getBytes(UTF_8));

    @BeforeEach
    void company() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(imports.carryOut(tables, PersonId.SYSTEM).problems()).isEmpty();
    }

    @AfterEach
    void cleanUp() {
        clock.release();
        LocaleContextHolder.resetLocaleContext();
        jdbc.sql("delete from absence where person_id like 'PT-%'").update();
        jdbc.sql("delete from person_role where person_id like 'PT-%'").update();
        jdbc.sql("delete from person where id like 'PT-%'").update();
        jdbc.sql("delete from org_unit where code like 'PT%'").update();
        Stream.of(LEAD, LAWYER, COLLEAGUE, PARTNER).map(PersonId::value).forEach(identity::deleteUser);
    }

    @Test
    void the_same_import_again_changes_nothing() {
        var report = imports.carryOut(tables, PersonId.SYSTEM);

        assertThat(report.written()).isTrue();
        assertThat(report.unchanged()).isEqualTo(6);
        assertThat(report.created() + report.changed()).isZero();
    }

    @Test
    void persons_are_seen_with_their_unit_in_the_readers_language() {
        assertThat(people.find(LAWYER)).hasValueSatisfying(person -> {
            assertThat(person.name()).isEqualTo("律师");
            assertThat(person.unitName()).isEqualTo("Proving Law");
            assertThat(person.roles()).containsExactlyInAnyOrder(Role.LEGAL, Role.PRODUCT);
            assertThat(person.manager()).isEqualTo(LEAD);
            assertThat(person.active()).isTrue();
        });
        LocaleContextHolder.setLocale(Locale.TRADITIONAL_CHINESE);
        assertThat(people.find(List.of(LAWYER, LEAD, new PersonId("PT-9"))).values())
                .extracting(Person::unitName)
                .containsExactlyInAnyOrder("試法", "測試");
    }

    @Test
    void the_engine_knows_users_and_groups_but_no_password_and_no_mail() {
        assertThat(identity.createUserQuery().userId("PT-2").singleResult()).satisfies(user -> {
            assertThat(user.getFirstName()).isEqualTo("律师");
            assertThat(user.getEmail()).isNull();
        });
        assertThat(groups(LAWYER)).containsExactlyInAnyOrder("legal", "product");
        assertThat(jdbc.sql("select count(*) from ACT_ID_USER where PWD_ is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void every_role_is_a_group_and_the_administrators_group_always_has_its_locked_member() {
        assertThat(identity.createGroupQuery().list())
                .extracting(Group::getId)
                .contains(Stream.of(Role.values()).map(Role::groupId).toArray(String[]::new));
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(User::getId)
                .containsExactly("engine-admin");
    }

    @Test
    void search_finds_by_name_number_login_mail_title_and_unit() {
        for (var words : List.of("律师", "PT-2", "ＰＴ.lawyer", "pt2@example", "法务 pt.law", "试法 律", "proving law pt2")) {
            assertThat(people.search(words, null, 0, 10).persons())
                    .as(words)
                    .extracting(Person::id)
                    .containsExactly(LAWYER);
        }
        assertThat(people.search("100%", null, 0, 10).total()).isEqualTo(1);
        assertThat(people.search("pt_lawyer", null, 0, 10).total()).isZero();
        assertThat(people.search("ada prüfer", null, 0, 10).persons())
                .extracting(Person::id)
                .containsExactly(LEAD);
        var second = people.search("proving", null, 1, 2);
        assertThat(second.total()).isEqualTo(4);
        assertThat(second.persons()).extracting(Person::id).containsExactly(LAWYER, COLLEAGUE);
        assertThat(people.search("", "PT", 0, 10).persons())
                .extracting(Person::id)
                .containsExactly(LEAD, PARTNER);
    }

    @Test
    void a_login_is_found_as_people_type_it() {
        assertThat(directory.account(" Pt.LAWYER "))
                .hasValueSatisfying(account -> assertThat(account.person()).isEqualTo(LAWYER));
        assertThat(directory.account("ＰＴ.lawyer")).isPresent();
        assertThat(directory.account("pt.läwyer")).isEmpty();
        assertThat(directory.account("' or 1=1 --")).isEmpty();
    }

    @Test
    void a_password_is_kept_as_a_hash_only() {
        assertThat(directory.account("pt.lawyer").orElseThrow().passwordHash()).isNull();

        assertThat(credentials.set(LAWYER, "a short sentence", LAWYER)).isEqualTo(Outcome.kept());

        var hash = directory.account("pt.lawyer").orElseThrow().passwordHash();
        assertThat(hash).startsWith("{bcrypt}");
        assertThat(passwords.matches("a short sentence", hash)).isTrue();
        assertThat(credentials.set(LAWYER, "short", LAWYER)).isInstanceOf(Outcome.Refused.class);
        assertThat(credentials.set(LAWYER, "长".repeat(25), LAWYER)).isInstanceOf(Outcome.Refused.class);
        assertThat(credentials.set(LAWYER, "PT2@example.com", LAWYER)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void holders_are_those_with_the_company_today() {
        assertThat(people.holders(Role.LEGAL)).contains(LAWYER, COLLEAGUE);

        personnel.leave(COLLEAGUE, people.today().minusDays(1), PersonId.SYSTEM);

        assertThat(people.holders(Role.LEGAL)).contains(LAWYER).doesNotContain(COLLEAGUE);
        assertThat(directory.find(COLLEAGUE).orElseThrow().active()).isFalse();
        assertThat(identity.createUserQuery().userId("PT-3").count()).isZero();
        assertThat(groups(COLLEAGUE)).isEmpty();
    }

    @Test
    void the_day_after_the_last_one_a_leaver_is_out_and_the_sweep_tells_the_engine() {
        personnel.leave(PARTNER, people.today(), PersonId.SYSTEM);
        assertThat(directory.find(PARTNER).orElseThrow().active()).isTrue();

        clock.advance(Duration.ofDays(1));
        assertThat(directory.find(PARTNER).orElseThrow().active()).isFalse();
        assertThat(identity.createUserQuery().userId("PT-4").count()).isEqualTo(1);

        dayChange.sweep();
        assertThat(identity.createUserQuery().userId("PT-4").count()).isZero();
    }

    @Test
    void changed_roles_count_at_once_in_the_row_and_in_the_engine() {
        personnel.changeRoles(LAWYER, Set.of(Role.LEGAL, Role.INVESTIGATOR), LEAD);

        assertThat(directory.find(LAWYER).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.LEGAL, Role.INVESTIGATOR);
        assertThat(groups(LAWYER)).containsExactlyInAnyOrder("legal", "investigator");
    }

    @Test
    void deputies_are_followed_through_their_own_absences() {
        var today = people.today();
        assertThat(people.deputyOf(LAWYER, today)).isEmpty();
        absences.record(LAWYER, today, today.plusDays(3), COLLEAGUE, LAWYER);
        absences.record(COLLEAGUE, today.plusDays(2), today.plusDays(9), PARTNER, COLLEAGUE);

        assertThat(people.deputyOf(LAWYER, today)).contains(COLLEAGUE);
        assertThat(people.deputyOf(LAWYER, today.plusDays(2))).contains(PARTNER);
        assertThat(people.deputyOf(LAWYER, today.plusDays(4))).isEmpty();
        assertThat(absences.of(LAWYER)).singleElement().satisfies(absence -> assertThat(absence.deputy())
                .isEqualTo(COLLEAGUE));

        personnel.leave(COLLEAGUE, today.minusDays(1), PersonId.SYSTEM);
        assertThat(people.deputyOf(LAWYER, today)).isEmpty();
    }

    @Test
    void the_sweep_begins_an_absence_once() {
        var today = people.today();
        absences.record(LAWYER, today.plusDays(1), today.plusDays(3), COLLEAGUE, LAWYER);
        dayChange.sweep();
        assertThat(handedOver()).isZero();

        clock.advance(Duration.ofDays(1));
        dayChange.sweep();
        assertThat(handedOver()).isEqualTo(1);
    }

    @Test
    void somebody_new_can_be_entered_alone() {
        var details = new PersonDetails(
                new PersonId("PT-4"),
                new LoginName("pt.lead"),
                new PersonName("New", "Nell"),
                "new@example.com",
                StaffType.INTERN,
                "PT-NOWHERE",
                new PersonId("PT-99"),
                "",
                Set.of(),
                Locale.ENGLISH,
                people.today(),
                null);

        assertThat(personnel.join(details, LEAD))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reasons())
                        .extracting(reason -> reason.field())
                        .containsExactly("id", "login", "unit", "manager"));
    }

    private long handedOver() {
        return jdbc.sql("select count(*) from absence where person_id = 'PT-2' and handed_over_at is not null")
                .query(Long.class)
                .single();
    }

    private List<String> groups(PersonId person) {
        return identity.createGroupQuery().groupMember(person.value()).list().stream()
                .map(Group::getId)
                .toList();
    }
}
