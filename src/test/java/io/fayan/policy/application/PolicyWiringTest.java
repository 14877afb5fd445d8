package io.fayan.policy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.csv.CsvProblem;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.numbers.BusinessNumbers;
import io.fayan.policy.Clause;
import io.fayan.policy.Deadlines;
import io.fayan.policy.Knowledge;
import io.fayan.policy.KnowledgeImport;
import io.fayan.policy.MadeKnown;
import io.fayan.policy.Policy;
import io.fayan.policy.PolicyOffice;
import io.fayan.policy.PolicyOffice.NewNote;
import io.fayan.policy.PolicyOffice.NewProof;
import io.fayan.policy.Proof;
import io.fayan.policy.domain.Language;
import io.fayan.policy.domain.VersionText;
import io.fayan.policy.domain.VersionText.ClauseText;
import io.fayan.policy.domain.VersionText.Wording;
import io.fayan.policy.persistence.RegisterRows;
import io.fayan.support.Colleagues;
import io.fayan.support.WiringTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;

@WiringTest
class PolicyWiringTest {

    private static final Locale TAIWAN = Locale.forLanguageTag("zh-TW");
    private static final PersonId OWNER = new PersonId("PO-1");
    private static final PersonId EMPLOYEE = new PersonId("PO-2");
    private static final PersonId OTHER = new PersonId("PO-3");

    @Autowired
    Policy policy;

    @Autowired
    PolicyOffice office;

    @Autowired
    KnowledgeImport knowledgeImport;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Colleagues colleagues;

    @Autowired
    People people;

    @Autowired
    ShippedVersions shipped;

    @Autowired
    RegisterRows rows;

    @Autowired
    BusinessNumbers numbers;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void three_people() {
        ((MovableClock) clock).moveTo(Instant.parse("2026-11-20T02:00:00Z"));
        colleagues.bring("PO-1", Role.POLICY_OWNER);
        colleagues.bring("PO-2");
        colleagues.bring("PO-3", Role.HUMAN_RESOURCES);
    }

    @AfterEach
    void clean_up() {
        jdbc.sql("delete from policy_knowledge where person_id like 'PO-%'").update();
        jdbc.sql("delete from policy_note where author like 'PO-%'").update();
        jdbc.sql("delete from policy_proof_file where proof_id in"
                        + " (select id from policy_proof where recorded_by like 'PO-%')")
                .update();
        jdbc.sql("delete from policy_proof where recorded_by like 'PO-%'").update();
        for (var table : List.of("policy_clause", "policy_clause_wording")) {
            jdbc.sql("delete from " + table + " where version_tag like '1999%'").update();
        }
        jdbc.sql("delete from policy_version where tag like '1999%'").update();
        colleagues.letGo(OWNER, EMPLOYEE, OTHER);
        ((MovableClock) clock).release();
    }

    @Test
    void the_shipped_version_is_in_force_from_the_first_of_january_in_shanghai() {
        assertThat(policy.inForce(Instant.parse("2026-11-22T00:00:00Z"))).isEqualTo("2026");
        assertThat(policy.inForce(Instant.parse("2020-01-01T00:00:00Z"))).isEqualTo("2026");

        var version = policy.versions(Locale.ENGLISH).get(0);
        assertThat(version.tag()).isEqualTo("2026");
        assertThat(version.title()).isEqualTo("Social Media and External Communication Policy");
        assertThat(version.number().prefix()).isEqualTo("PV");
        assertThat(version.inForceUntil()).isNull();
        assertThat(version.inForceAt(Instant.parse("2025-12-31T15:59:59Z"))).isFalse();
        assertThat(version.inForceAt(Instant.parse("2025-12-31T16:00:00Z"))).isTrue();
    }

    @Test
    void a_clause_is_read_from_its_rows_in_the_readers_language() {
        assertThat(policy.clause("2026", "5.2.2", TAIWAN)).get().satisfies(clause -> {
            assertThat(clause.title()).isEqualTo("停用或取消帳號權限");
            assertThat(clause.depth()).isEqualTo(3);
        });
        assertThat(policy.clause("2026", "9.9", TAIWAN)).isEmpty();
        assertThat(policy.clause("1998", "3.1.d", TAIWAN)).isEmpty();
        assertThat(policy.clauses("2026", Locale.ENGLISH))
                .extracting(Clause::id)
                .startsWith("1", "1.1", "1.2", "2")
                .endsWith("8", "8.1", "8.2");
        assertThat(policy.clauses("1998", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void a_deadline_counts_over_the_working_calendar() {
        assertThat(deadlines.due("2026", "speaking.question", false, Instant.parse("2026-11-20T02:00:00Z")))
                .isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void a_text_in_force_does_not_change_in_production() {
        register("prod").enter(version("as it was"));
        register("prod").enter(version("as it was"));

        assertThatIllegalStateException()
                .isThrownBy(() -> register("prod").enter(version("as somebody would like it")))
                .withMessage("policy version 1999 is already in force and its texts differ: "
                        + "ship a correction as a new version tag, e.g. 1999.1");
        assertThat(stored()).isEqualTo(version("as it was").hash().value());
    }

    @Test
    void a_changed_text_takes_the_place_of_the_old_one_in_the_demo_and_keeps_the_number() {
        register("prod").enter(version("as it was"));
        var number = rows.stored("1999").orElseThrow().number();

        register("demo").enter(version("as it reads better"));

        assertThat(stored()).isEqualTo(version("as it reads better").hash().value());
        assertThat(rows.stored("1999").orElseThrow().number()).isEqualTo(number);
        assertThat(rows.all())
                .filteredOn(entered -> entered.text().tag().equals("1999"))
                .singleElement()
                .satisfies(entered -> assertThat(entered.text()).isEqualTo(version("as it reads better")));
    }

    @Test
    void a_clause_is_known_from_the_day_on_which_the_version_was_made_known() {
        assertThat(record(EMPLOYEE, "2026", "2026-04-07")).isEqualTo(Outcome.kept());

        assertThat(policy.known(EMPLOYEE, "3.1.d", LocalDate.parse("2026-04-06")))
                .isFalse();
        assertThat(policy.known(EMPLOYEE, "3.1.d", LocalDate.parse("2026-04-07")))
                .isTrue();
        assertThat(policy.known(OTHER, "3.1.d", LocalDate.parse("2026-04-07"))).isFalse();
    }

    @Test
    void what_was_recorded_once_stays_as_recorded_first() {
        var before = chained("person:PO-2", "policy.versionMadeKnown");
        record(EMPLOYEE, "2026", "2026-04-07");
        assertThat(record(EMPLOYEE, "2026", "2026-05-01")).isEqualTo(Outcome.kept());
        policy.recordKnown(EMPLOYEE, "2026", LocalDate.parse("2026-06-01"), MadeKnown.TRAINING, PersonId.SYSTEM);

        assertThat(policy.knowledge(List.of(EMPLOYEE, OTHER)))
                .extracting(Knowledge::on)
                .containsExactly(LocalDate.parse("2026-04-07"), LocalDate.parse("2026-06-01"));
        assertThat(chained("person:PO-2", "policy.versionMadeKnown")).isEqualTo(before + 2);
    }

    @Test
    void nothing_is_recorded_for_strangers_unknown_versions_and_days_to_come() {
        assertThat(record(new PersonId("PO-9"), "2026", "2026-04-07"))
                .isEqualTo(Outcome.refused(Refusal.at("person", "policy.known.unknownPerson", "PO-9")));
        assertThat(record(EMPLOYEE, "1998", "2026-04-07"))
                .isEqualTo(Outcome.refused(Refusal.at("version", "policy.known.unknownVersion", "1998")));
        assertThat(record(EMPLOYEE, "2026", "2026-11-21"))
                .isEqualTo(Outcome.refused(Refusal.at("on", "policy.known.future")));
        assertThat(record(EMPLOYEE, "2026", "2026-11-20")).isEqualTo(Outcome.kept());
    }

    @Test
    void earlier_signatures_come_in_from_a_table_and_a_second_time_change_nothing() {
        var csv = bytes(
                """
                person,version,made_known_on,how
                PO-2,2026,2026-03-30,SIGNED_PAPER
                PO-3,2026,2026-04-02,ONBOARDING
                """);

        var dry = knowledgeImport.check(csv);
        assertThat(dry.acceptable()).isTrue();
        assertThat(dry.written()).isFalse();
        assertThat(dry.created()).isEqualTo(2);
        assertThat(policy.knowledge(List.of(EMPLOYEE, OTHER))).isEmpty();

        assertThat(knowledgeImport.carryOut(csv, OTHER).written()).isTrue();
        assertThat(policy.known(EMPLOYEE, "1.1", LocalDate.parse("2026-03-30"))).isTrue();
        assertThat(policy.known(OTHER, "1.1", LocalDate.parse("2026-04-02"))).isTrue();

        var again = knowledgeImport.carryOut(csv, OTHER);
        assertThat(again.created()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(policy.knowledge(List.of(EMPLOYEE, OTHER))).hasSize(2);
    }

    @Test
    void every_mistake_of_a_table_is_named_by_line_and_column_and_nothing_is_written() {
        var report = knowledgeImport.carryOut(
                bytes(
                        """
                        person,version,made_known_on,how
                        PO-2,2026,2026-03-30,SIGNED_PAPER
                        PO-9,2026,2026-03-30,SIGNED_PAPER
                        PO-3,1998,30.03.2026,BY_MAIL
                        PO-3,2026,2026-11-21,TRAINING
                        PO-2,2026,2026-03-31,SIGNED_PAPER
                        """),
                OTHER);

        assertThat(report.written()).isFalse();
        assertThat(report.problems())
                .extracting(CsvProblem::line, CsvProblem::column, problem -> problem.reason()
                        .message())
                .containsExactly(
                        tuple(3, "person", "policy.known.unknownPerson"),
                        tuple(4, "version", "policy.known.unknownVersion"),
                        tuple(4, "made_known_on", "policy.known.import.noDay"),
                        tuple(4, "how", "policy.known.import.unknownWay"),
                        tuple(5, "made_known_on", "policy.known.future"),
                        tuple(6, "person", "policy.known.import.twice"));
        assertThat(policy.knowledge(List.of(EMPLOYEE, OTHER))).isEmpty();
    }

    @Test
    void a_note_stands_with_its_clause_in_the_readers_language_and_the_same_form_adds_it_once() {
        var note = new NewNote(
                UUID.randomUUID(), "2026", "3.1.d", "转发也算发言。", "轉發也算發言。", "Sharing a post is speaking, too.");

        assertThat(office.addNote(note, OWNER)).isEqualTo(Outcome.kept());
        assertThat(office.addNote(note, OWNER)).isEqualTo(Outcome.kept());

        assertThat(policy.clause("2026", "3.1.d", TAIWAN).orElseThrow().notes())
                .singleElement()
                .isEqualTo(new Clause.Note(OWNER, clock.instant(), "轉發也算發言。"));
        assertThat(policy.clauses("2026", Locale.ENGLISH))
                .filteredOn(clause -> !clause.notes().isEmpty())
                .singleElement()
                .satisfies(clause ->
                        assertThat(clause.notes().get(0).text()).isEqualTo("Sharing a post is speaking, too."));
        assertThat(chained("configuration:policy", "policy.noteAdded")).isPositive();
    }

    @Test
    void a_note_is_written_in_every_language_and_on_a_clause_that_says_something() {
        assertThat(office.addNote(new NewNote(UUID.randomUUID(), "2026", "3.1", "说明", " ", null), OWNER))
                .isEqualTo(Outcome.refused(
                        Refusal.at("clause", "policy.note.unknownClause"),
                        Refusal.at("zhTw", "policy.note.missing.zhTw"),
                        Refusal.at("en", "policy.note.missing.en")));
        assertThat(office.addNote(
                        new NewNote(UUID.randomUUID(), "2026", "3.1.d", "长".repeat(2001), "長", "long"), OWNER))
                .isEqualTo(Outcome.refused(Refusal.at("zhCn", "policy.office.tooLong", 2000)));
    }

    @Test
    void only_the_policy_owner_adds_notes_and_proofs() {
        assertThat(people.find(OTHER).orElseThrow().has(Role.HUMAN_RESOURCES)).isTrue();
        assertThat(office.addNote(new NewNote(UUID.randomUUID(), "2026", "3.1.d", "一", "一", "one"), OTHER))
                .isEqualTo(Outcome.refused(Refusal.because("policy.office.onlyOwner")));
        assertThat(office.recordProof(proof("2026-01-05", Proof.Kind.PUBLICATION), OTHER))
                .isEqualTo(Outcome.refused(Refusal.because("policy.office.onlyOwner")));
    }

    @Test
    void consultation_and_publication_are_facts_of_the_version() {
        var consultation = proof("2025-11-28", Proof.Kind.CONSULTATION);
        office.recordProof(consultation, OWNER);
        office.recordProof(consultation, OWNER);
        office.recordProof(proof("2025-12-15", Proof.Kind.PUBLICATION), OWNER);
        office.recordProof(proof("2025-12-10", Proof.Kind.CONSULTATION), OWNER);

        var version = policy.versions(Locale.ENGLISH).get(0);
        assertThat(version.first(Proof.Kind.CONSULTATION)).contains(LocalDate.parse("2025-11-28"));
        assertThat(version.first(Proof.Kind.PUBLICATION)).contains(LocalDate.parse("2025-12-15"));
        assertThat(version.proofs()).hasSize(3).first().satisfies(proof -> {
            assertThat(proof.recordedBy()).isEqualTo(OWNER);
            assertThat(proof.remark()).isEqualTo("staff council");
        });
    }

    @Test
    void a_proof_names_what_happened_and_when() {
        assertThat(office.recordProof(
                        new NewProof(UUID.randomUUID(), "2026", null, LocalDate.parse("2026-11-21"), null, List.of()),
                        OWNER))
                .isEqualTo(Outcome.refused(
                        Refusal.at("kind", "policy.office.required"), Refusal.at("on", "policy.known.future")));
    }

    private Outcome record(PersonId person, String version, String on) {
        return policy.recordKnown(person, version, LocalDate.parse(on), MadeKnown.SIGNED_PAPER, PersonId.SYSTEM);
    }

    private static NewProof proof(String on, Proof.Kind kind) {
        return new NewProof(UUID.randomUUID(), "2026", kind, LocalDate.parse(on), " staff council ", List.of());
    }

    private ClauseRegister register(String profile) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new ClauseRegister(shipped, rows, numbers, transactions, events, clock, environment);
    }

    private String stored() {
        return rows.stored("1999").orElseThrow().textHash().value();
    }

    private long chained(String chain, String name) {
        return jdbc.sql("select count(*) from audit_entry where chain = ? and name = ?")
                .params(chain, name)
                .query(Long.class)
                .single();
    }

    private static VersionText version(String text) {
        return new VersionText(
                "1999",
                Instant.parse("1999-01-01T00:00:00Z"),
                all("Policy"),
                List.of(new ClauseText("1.1", false, all(new Wording("Title", text)))));
    }

    private static <T> Map<Language, T> all(T text) {
        var texts = new EnumMap<Language, T>(Language.class);
        for (var language : Language.values()) {
            texts.put(language, text);
        }
        return texts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
