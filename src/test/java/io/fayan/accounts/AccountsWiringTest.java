package io.fayan.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fayan.kernel.PersonId;
import io.fayan.people.PeopleImport;
import io.fayan.people.Personnel;
import io.fayan.platform.csv.CsvProblem;
import io.fayan.platform.csv.ImportReport;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.support.WiringTest;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WiringTest
class AccountsWiringTest {

    private static final PersonId OWNER = new PersonId("AT-1");
    private static final PersonId BACKUP = new PersonId("AT-2");
    private static final String PLATFORMS =
            """
            code,name_zh_cn,name_zh_tw,name_en,text_limit,terms_url
            AT-WB,试博,試博,Proving Weibo,2000,https://example.com/terms
            AT-QQ,试群,試群,Proving QQ,,
            """;
    private static final String ACCOUNTS =
            """
            code,platform,handle,name,owner,backup_owner,kind
            AT-MAIN,AT-WB,@at_main,汐砚试,AT-1,AT-2,COMPANY
            AT-CARE,AT-QQ,at_care,汐砚群,AT-2,,COMPANY
            AT-OWN,AT-WB,at_own,小试,AT-1,,PERSONAL
            """;

    @Autowired
    AccountsImport imports;

    @Autowired
    Accounts accounts;

    @Autowired
    Privileges privileges;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    Personnel personnel;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void company() {
        var people = peopleImport.carryOut(
                new PeopleImport.Tables(
                        (String.join(",", PeopleImport.UNIT_COLUMNS) + "\nAT,试,試,Trial,,\n").getBytes(UTF_8),
                        (String.join(",", PeopleImport.PERSON_COLUMNS)
                                        + "\nAT-1,at.one,One,A,at1@example.com,REGULAR,AT,,,,en,2020-01-01,"
                                        + "\nAT-2,at.two,Two,B,at2@example.com,REGULAR,AT,AT-1,,,en,2020-01-01,\n")
                                .getBytes(UTF_8)),
                PersonId.SYSTEM);
        assertThat(people.problems()).isEmpty();
        assertThat(carryOut(PLATFORMS, ACCOUNTS).problems()).isEmpty();
    }

    @AfterEach
    void cleanUp() {
        jdbc.sql("delete from social_account where code like 'AT-%'").update();
        jdbc.sql("delete from social_platform where code like 'AT-%'").update();
        jdbc.sql("delete from person where id like 'AT-%'").update();
        jdbc.sql("delete from org_unit where code = 'AT'").update();
        identity.deleteUser("AT-1");
        identity.deleteUser("AT-2");
    }

    private ImportReport carryOut(String platforms, String table) {
        return imports.carryOut(
                new AccountsImport.Tables(platforms.getBytes(UTF_8), table.getBytes(UTF_8)), PersonId.SYSTEM);
    }

    @Test
    void the_same_import_again_changes_nothing() {
        assertThat(carryOut(PLATFORMS, ACCOUNTS).unchanged()).isEqualTo(5);
    }

    @Test
    void a_platform_has_its_limit_and_its_terms() {
        assertThat(accounts.platform("AT-WB")).hasValueSatisfying(platform -> {
            assertThat(platform.textLimit()).isEqualTo(2000);
            assertThat(platform.termsUrl()).isEqualTo("https://example.com/terms");
        });
        assertThat(accounts.platform("AT-QQ"))
                .hasValueSatisfying(platform -> assertThat(platform.textLimit()).isNull());
        assertThat(accounts.platforms()).extracting(SocialPlatform::code).contains("AT-QQ", "AT-WB");
    }

    @Test
    void company_accounts_are_for_everybody_and_personal_ones_for_their_owner() {
        assertThat(accounts.usableBy(OWNER)).extracting(Account::code).contains("AT-CARE", "AT-MAIN", "AT-OWN");
        assertThat(accounts.usableBy(BACKUP))
                .extracting(Account::code)
                .contains("AT-CARE", "AT-MAIN")
                .doesNotContain("AT-OWN");
        assertThat(accounts.of(BACKUP)).extracting(Account::code).containsExactly("AT-CARE", "AT-MAIN");
    }

    @Test
    void a_frozen_account_is_for_nobody_until_it_is_restored_and_an_import_does_not_thaw_it() {
        assertThat(privileges.freeze("AT-MAIN", OWNER)).isEqualTo(Outcome.kept());
        assertThat(accounts.usableBy(OWNER)).extracting(Account::code).doesNotContain("AT-MAIN");

        carryOut(PLATFORMS, ACCOUNTS);
        assertThat(accounts.find("AT-MAIN").orElseThrow().status()).isEqualTo(AccountStatus.FROZEN);

        assertThat(privileges.restore("AT-MAIN", OWNER)).isEqualTo(Outcome.kept());
        assertThat(accounts.usableBy(OWNER)).extracting(Account::code).contains("AT-MAIN");
        assertThat(privileges.restore("AT-MAIN", OWNER)).isInstanceOf(Outcome.Refused.class);
        assertThat(privileges.freeze("AT-NONE", OWNER)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_leaver_uses_no_account() {
        personnel.leave(OWNER, LocalDate.parse("2025-12-31"), PersonId.SYSTEM);

        assertThat(accounts.usableBy(OWNER)).isEmpty();
        assertThat(accounts.of(OWNER)).isNotEmpty();
    }

    @Test
    void search_finds_by_code_handle_name_and_platform() {
        for (var words : List.of("AT-MAIN", "ＡＴ_main", "汐砚试", "proving weibo 汐砚")) {
            assertThat(accounts.search(words, null, null, 0, 10).accounts())
                    .as(words)
                    .extracting(Account::code)
                    .containsExactly("AT-MAIN");
        }
        assertThat(accounts.search("at-", "AT-WB", null, 1, 1)).satisfies(hits -> {
            assertThat(hits.total()).isEqualTo(2);
            assertThat(hits.accounts()).extracting(Account::code).containsExactly("AT-OWN");
        });
    }

    @Test
    void personal_accounts_are_found_by_their_owner_and_by_those_who_see_all() {
        assertThat(accounts.search("at_own", null, OWNER, 0, 10).total()).isEqualTo(1);
        assertThat(accounts.search("at_own", null, BACKUP, 0, 10).total()).isZero();
        assertThat(accounts.search("at_main", null, BACKUP, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void every_mistake_is_named_and_nothing_is_written() {
        var report = carryOut(
                """
                code,name_zh_cn,name_zh_tw,name_en,text_limit,terms_url
                AT-NEW,新,新,New,many,http://example.com
                """,
                """
                code,platform,handle,name,owner,backup_owner,kind
                AT-A,AT-XX,a,a,AT-9,,COMPANY
                AT-B,AT-WB,b,b,AT-1,AT-1,TEAM
                AT-C,AT-WB,At_Main,c,AT-1,,COMPANY
                AT-C,AT-WB,@,c,AT-1,,COMPANY
                """);

        assertThat(report.written()).isFalse();
        assertThat(report.problems())
                .extracting(CsvProblem::table, CsvProblem::line, CsvProblem::column, problem -> problem.reason()
                        .message())
                .containsExactlyInAnyOrder(
                        tuple("platforms", 2, "text_limit", "accounts.import.badLimit"),
                        tuple("platforms", 2, "terms_url", "accounts.import.badAddress"),
                        tuple("accounts", 2, "platform", "accounts.import.unknownPlatform"),
                        tuple("accounts", 2, "owner", "accounts.import.unknownPerson"),
                        tuple("accounts", 3, "backup_owner", "accounts.import.sameOwner"),
                        tuple("accounts", 3, "kind", "accounts.import.unknownKind"),
                        tuple("accounts", 4, "handle", "accounts.import.handleTaken"),
                        tuple("accounts", 5, "code", "accounts.import.twice"),
                        tuple("accounts", 5, "handle", "csv.required"));
        assertThat(accounts.platform("AT-NEW")).isEmpty();
    }
}
