package io.fayan.audit.web;

import static io.fayan.support.OurToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fayan.audit.application.AuditProperties;
import io.fayan.audit.application.Sealing;
import io.fayan.audit.application.Verifications;
import io.fayan.audit.domain.AuditEvent;
import io.fayan.audit.domain.Happened;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.support.Colleagues;
import io.fayan.support.WiringTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@WiringTest
class AuditPageTest {

    private static final PersonId AUDITOR = new PersonId("ZA-auditor");
    private static final PersonId EMPLOYEE = new PersonId("ZA-employee");
    private static final String MATTER = "ZA-2026-000001";
    private static final Instant MORNING = Instant.parse("2026-10-12T01:00:00Z");

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Verifications verifications;

    @Autowired
    Sealing sealing;

    @Autowired
    AuditProperties properties;

    @Autowired
    Colleagues colleagues;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext application;

    private MockMvc http;

    @BeforeEach
    void open() {
        colleagues.bring(AUDITOR.value(), Role.AUDITOR);
        colleagues.bring(EMPLOYEE.value());
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @AfterEach
    void tidy() throws IOException {
        clock.release();
        colleagues.letGo(AUDITOR, EMPLOYEE);
        for (var chain : List.of(MATTER, AuditEvent.CHAIN)) {
            for (var table : List.of("audit_entry", "audit_chain", "audit_seal_head")) {
                jdbc.sql("delete from " + table + " where chain = ?")
                        .param(chain)
                        .update();
            }
        }
        jdbc.sql("delete from audit_seal_head").update();
        jdbc.sql("delete from audit_seal").update();
        Files.deleteIfExists(properties.sealFile());
        jdbc.sql("delete from audit_verification").update();
        jdbc.sql("delete from scheduled_tasks where task_name = 'verify-audit'").update();
    }

    @Test
    void only_auditors_and_administrators_see_the_log() throws Exception {
        http.perform(as(AUDITOR, get("/audit"))).andExpect(status().isOk());
        http.perform(as(EMPLOYEE, get("/audit"))).andExpect(status().isForbidden());
        http.perform(as(EMPLOYEE, get("/audit/entries.csv"))).andExpect(status().isForbidden());
        http.perform(as(EMPLOYEE, post("/audit/verifications")).with(csrf())).andExpect(status().isForbidden());
        http.perform(get("/audit")).andExpect(status().is3xxRedirection());
    }

    @Test
    void entries_are_found_by_matter_event_person_and_day() throws Exception {
        happened(MORNING, "speaking.requestSubmitted", EMPLOYEE);
        happened(MORNING.plus(Duration.ofDays(2)), "speaking.requestGranted", AUDITOR);

        page("?chain=za-2026-000001", "requestSubmitted", "requestGranted");
        page("?chain=" + MATTER + "&name=speaking.requestS", "requestSubmitted", "!requestGranted");
        page("?chain=" + MATTER + "&actor=ZA-auditor", "requestGranted", "!requestSubmitted");
        // 01:00 UTC is the same day in Shanghai, 09:00.
        page(
                "?chain=" + MATTER + "&from=2026-10-12&until=2026-10-13",
                "requestSubmitted",
                "!requestGranted",
                "2026-10-12 09:00:00");
        page("?chain=" + MATTER + "&from=2026-10-15", "!requestGranted", "!requestSubmitted", "No entry fits");
    }

    @Test
    void long_lists_go_on_page_by_page() throws Exception {
        for (var i = 0; i < 60; i++) {
            happened(MORNING.plusSeconds(i / 10), "speaking.fact" + i, EMPLOYEE);
        }

        var first = page("?chain=" + MATTER, "fact59<", "fact10<", "!fact9<");
        var older = first.replaceAll("(?s).*<a rel=\"next\" href=\"([^\"]*)#entries\".*", "$1")
                .replace("&amp;", "&");

        assertThat(older).startsWith("/audit?chain=ZA-2026-000001&after=");
        http.perform(as(AUDITOR, get(java.net.URI.create(older))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("fact9<")))
                .andExpect(content().string(containsString("fact0<")))
                .andExpect(content().string(not(containsString("fact10<"))))
                .andExpect(content().string(not(containsString("rel=\"next\""))));
    }

    @Test
    void the_export_has_exactly_what_is_filtered_and_is_an_entry_itself() throws Exception {
        clock.moveTo(MORNING.plus(Duration.ofHours(5)));
        for (var i = 0; i < 60; i++) {
            happened(MORNING.plusSeconds(i), "speaking.fact" + i, EMPLOYEE);
        }
        happened(MORNING, "people.personChanged", EMPLOYEE);

        var csv = http.perform(as(AUDITOR, get("/audit/entries.csv?chain=" + MATTER + "&name=speaking.")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(csv).startsWith("\uFEFFchain,seq,at,actor,name,facts,previous,hash");
        var records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(csv))
                .getRecords();
        assertThat(records).hasSize(60);
        assertThat(records.get(0).get("name")).isEqualTo("speaking.fact59");
        assertThat(records.get(0).get("at")).isEqualTo("2026-10-12T01:00:59Z");
        assertThat(records.get(0).get("facts")).isEqualTo("{\"risk\":\"LOW\"}");
        assertThat(records.get(0).get("hash")).matches("[0-9a-f]{64}");
        page("?chain=" + AuditEvent.CHAIN, "audit.entriesExported", "ZA-auditor");
    }

    @Test
    void a_verification_is_asked_for_once_runs_in_the_background_and_says_that_the_log_is_whole() throws Exception {
        happened(MORNING, "speaking.requestSubmitted", EMPLOYEE);
        sealing.seal();

        ask();
        ask();

        assertThat(jdbc.sql("select task_instance from scheduled_tasks where task_name = 'verify-audit'")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(id -> {
                    page("", "data-hx-trigger=\"every 2s\"");
                    verifications.run(UUID.fromString(id));
                });
        page("", "The log is whole.", "!every 2s");
        fragment("The log is whole.");
    }

    @Test
    void a_broken_log_is_said_with_its_place() throws Exception {
        happened(MORNING, "speaking.requestSubmitted", EMPLOYEE);
        jdbc.sql("update audit_entry set actor = 'ZA-auditor' where chain = ?")
                .param(MATTER)
                .update();

        verifications.run(verifications.request(AUDITOR));

        page("", "The log is broken: " + MATTER + ", no. 1", "This entry was changed");
        fragment("This entry was changed");
    }

    private void ask() throws Exception {
        http.perform(as(AUDITOR, post("/audit/verifications")).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/audit#verification"));
    }

    private void fragment(String contained) throws Exception {
        http.perform(as(AUDITOR, get("/audit/verifications/newest")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(contained)))
                .andExpect(content().string(not(containsString("<html"))));
    }

    /** @param said what the page says; with an exclamation mark what it does not */
    private String page(String query, String... said) throws Exception {
        var page = http.perform(as(AUDITOR, get(java.net.URI.create("/audit" + query))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        for (var one : said) {
            if (one.startsWith("!")) {
                assertThat(page).doesNotContain(one.substring(1));
            } else {
                assertThat(page).contains(one);
            }
        }
        return page;
    }

    private void happened(Instant at, String name, PersonId actor) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> events.publishEvent(new Happened(MATTER, name, actor, at, Map.of("risk", "LOW"))));
    }

    private static MockHttpServletRequestBuilder as(PersonId person, MockHttpServletRequestBuilder request) {
        return request.with(user(person.value())).header("Accept-Language", "en");
    }
}
