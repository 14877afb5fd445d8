package io.fayan.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fayan.accounts.AccountsImport;
import io.fayan.kernel.PersonId;
import io.fayan.people.Absences;
import io.fayan.people.Credentials;
import io.fayan.people.People;
import io.fayan.people.PeopleImport;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.csv.ImportReport;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.policy.KnowledgeImport;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Moves the demo company in, once, before the web server, the job executor and the outbox start. */
@Component
@Profile("demo")
class DemoCompany implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);

    /** Personnel numbers of persons who carry out what somebody must have done. */
    private static final PersonId BY = PersonId.SYSTEM;

    private final PeopleImport people;
    private final People register;
    private final Credentials credentials;
    private final Absences absences;
    private final AccountsImport accounts;
    private final KnowledgeImport knowledge;
    private final DemoPolicy policy;
    private final WorkingDays calendar;
    private final DemoHistory history;
    private final MovableClock clock;
    private final PasswordEncoder passwords;
    private final ObjectMapper json;
    private final JdbcClient jdbc;
    private volatile boolean running;

    DemoCompany(
            PeopleImport people,
            People register,
            Credentials credentials,
            Absences absences,
            AccountsImport accounts,
            KnowledgeImport knowledge,
            DemoPolicy policy,
            WorkingDays calendar,
            DemoHistory history,
            MovableClock clock,
            PasswordEncoder passwords,
            ObjectMapper json,
            JdbcClient jdbc) {
        this.people = people;
        this.register = register;
        this.credentials = credentials;
        this.absences = absences;
        this.accounts = accounts;
        this.knowledge = knowledge;
        this.policy = policy;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
        this.passwords = passwords;
        this.json = json;
        this.jdbc = jdbc;
    }

    @Override
    public void start() {
        try {
            moveIn();
        } catch (IOException e) {
            throw new IllegalStateException("The demo's tables are on the class path", e);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server opens its port: nobody meets the clock while it is turned back. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void moveIn() throws IOException {
        if (jdbc.sql("select count(*) from demo_company").query(Long.class).single() > 0) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        try {
            planMissingYears(now);
            var requests = json.readValue(table("requests.json"), new TypeReference<List<DemoRequest>>() {});
            clock.moveTo(now.minus(300, ChronoUnit.DAYS));
            mustBeWritten(people.carryOut(new PeopleImport.Tables(table("units.csv"), table("persons.csv")), BY));
            mustBeWritten(
                    accounts.carryOut(new AccountsImport.Tables(table("platforms.csv"), table("accounts.csv")), BY));
            givePasswords();
            policy.putOnRecord();
            history.play(requests, now);
            clock.moveTo(now);
            mustBeWritten(knowledge.carryOut(signatures(now), BY));
            goAway(now);
        } finally {
            clock.release();
        }
        jdbc.sql("insert into demo_company (moved_in_at) values (?)")
                .param(Timestamp.from(now))
                .update();
        log.info("The demo company has moved in: sign in with one of the accounts on the login page");
    }

    /** The official schedule of a year appears in the autumn before it; this company plans ahead without holidays. */
    private void planMissingYears(Instant now) {
        var year = LocalDate.ofInstant(now, calendar.zone()).getYear();
        for (var planned = year - 1; planned <= year + 1; planned++) {
            if (!calendar.years().contains(planned)) {
                calendar.enter(planned, Map.of(), "Demo company’s own plan; not the official schedule");
            }
        }
    }

    private void givePasswords() {
        var hash = passwords.encode(DemoConfiguration.PASSWORD);
        register.active().forEach(person -> credentials.adopt(person.id(), hash, BY));
    }

    private byte[] signatures(Instant now) throws IOException {
        var today = LocalDate.ofInstant(now, calendar.zone());
        return rows("signatures.csv").stream()
                .map(row -> String.join(
                        ",",
                        row.get("person"),
                        row.get("version"),
                        today.minusDays(Long.parseLong(row.get("made_known_on_offset")))
                                .toString(),
                        row.get("how")))
                .collect(Collectors.joining("\n", String.join(",", KnowledgeImport.COLUMNS) + "\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void goAway(Instant now) throws IOException {
        var today = LocalDate.ofInstant(now, calendar.zone());
        for (var row : rows("absences.csv")) {
            var person = new PersonId(row.get("person"));
            var outcome = absences.record(
                    person,
                    today.plusDays(Long.parseLong(row.get("from"))),
                    today.plusDays(Long.parseLong(row.get("until"))),
                    new PersonId(row.get("deputy")),
                    person);
            if (outcome instanceof Outcome.Refused refused) {
                throw new IllegalStateException("The demo's absence of " + person + " was refused: " + refused);
            }
        }
    }

    private static void mustBeWritten(ImportReport report) {
        if (!report.written()) {
            throw new IllegalStateException("A table of the demo company has problems: " + report.problems());
        }
    }

    private static List<CSVRecord> rows(String name) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader =
                new InputStreamReader(new ClassPathResource("demo/" + name).getInputStream(), StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        }
    }

    private static byte[] table(String name) throws IOException {
        return new ClassPathResource("demo/" + name).getContentAsByteArray();
    }
}
