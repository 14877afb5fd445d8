package io.fayan.policy.web;

import static io.fayan.support.OurToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.policy.Knowledge;
import io.fayan.policy.MadeKnown;
import io.fayan.policy.Policy;
import io.fayan.support.Colleagues;
import io.fayan.support.WiringTest;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@WiringTest
class PolicyPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Colleagues colleagues;

    @Autowired
    Policy policy;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private MockMvc http;
    private PersonId owner;
    private PersonId reader;
    private PersonId hr;

    @BeforeEach
    void three_people() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        owner = colleagues.bring("PW-1", Role.POLICY_OWNER);
        reader = colleagues.bring("PW-2");
        hr = colleagues.bring("PW-3", Role.HUMAN_RESOURCES);
        jdbc.sql("update person set search_text = lower(id) where id like 'PW-%'")
                .update();
    }

    @AfterEach
    void clean_up() {
        jdbc.sql("delete from policy_knowledge where person_id like 'PW-%'").update();
        jdbc.sql("delete from policy_note where author like 'PW-%'").update();
        jdbc.sql("delete from policy_proof_file where proof_id in"
                        + " (select id from policy_proof where recorded_by like 'PW-%')")
                .update();
        jdbc.sql("delete from policy_proof where recorded_by like 'PW-%'").update();
        colleagues.letGo(owner, reader, hr);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 社交媒体和外部沟通管理制度", "zh-TW, 社群媒體與對外溝通管理辦法", "en, Social Media and External Communication Policy"})
    void everybody_reads_the_version_in_force_in_their_own_language(String language, String title) throws Exception {
        http.perform(get("/policy").with(as(reader)).cookie(new Cookie("FAYAN-LANGUAGE", language)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(title), containsString("id=\"c-3.1.d\""))));
    }

    @Test
    void an_unknown_version_or_clause_is_not_there() throws Exception {
        http.perform(get("/policy").param("version", "1998").with(as(reader))).andExpect(status().isNotFound());
        http.perform(get("/policy/2026/clauses/9.9").with(as(reader))).andExpect(status().isNotFound());
        http.perform(get("/policy/known").param("version", "1998").with(as(hr))).andExpect(status().isNotFound());
    }

    @Test
    void the_clause_chip_gets_a_fragment_and_a_plain_link_leads_to_the_clause_on_the_page() throws Exception {
        http.perform(get("/policy/2026/clauses/3.1.d").with(as(reader)).header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("3.1.d"),
                                containsString("/policy?version=2026#c-3.1.d"),
                                not(containsString("<html")))));
        http.perform(get("/policy/2026/clauses/3.1.d").with(as(reader)))
                .andExpect(redirectedUrl("/policy?version=2026#c-3.1.d"));
    }

    @Test
    void a_reader_confirms_once_and_the_page_says_since_when() throws Exception {
        http.perform(get("/policy").with(as(reader)).cookie(english()))
                .andExpect(content().string(containsString("I have read and understood version 2026")));

        http.perform(post("/policy/2026/attestation").with(as(reader)).with(csrf()))
                .andExpect(redirectedUrl("/policy?version=2026"));

        assertThat(policy.knowledge(List.of(reader)))
                .singleElement()
                .extracting(Knowledge::how, Knowledge::on)
                .containsExactly(MadeKnown.ATTESTED, people.today());
        http.perform(get("/policy").with(as(reader)).cookie(english()))
                .andExpect(content()
                        .string(allOf(
                                containsString("You have known this version since"),
                                not(containsString("I have read and understood")))));
    }

    @Test
    void a_confirmation_needs_the_pages_token() throws Exception {
        http.perform(post("/policy/2026/attestation").with(as(reader))).andExpect(status().isForbidden());
        assertThat(policy.knowledge(List.of(reader))).isEmpty();
    }

    @Test
    void the_owner_adds_a_note_that_everybody_reads_with_the_clause() throws Exception {
        http.perform(get("/policy/2026/clauses/3.1.d/notes").with(as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"zhTw\"")));

        http.perform(post("/policy/2026/clauses/3.1.d/notes")
                        .param("note", UUID.randomUUID().toString())
                        .param("zhCn", "转发也算<发言>。")
                        .param("zhTw", "轉發也算發言。")
                        .param("en", "Sharing is speaking, too.")
                        .with(as(owner))
                        .with(csrf()))
                .andExpect(redirectedUrl("/policy?version=2026#c-3.1.d"));

        http.perform(get("/policy").with(as(reader)).cookie(english()))
                .andExpect(content().string(containsString("Sharing is speaking, too.")));
        http.perform(get("/policy/2026/clauses/3.1.d")
                        .with(as(reader))
                        .header("HX-Request", "true")
                        .cookie(new Cookie("FAYAN-LANGUAGE", "zh-CN")))
                .andExpect(content().string(containsString("转发也算&lt;发言&gt;。")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u3000\u200b"})
    void a_note_with_a_language_missing_comes_back_with_what_was_written(String nothing) throws Exception {
        http.perform(post("/policy/2026/clauses/3.1.d/notes")
                        .param("note", UUID.randomUUID().toString())
                        .param("zhCn", "转发也算发言。")
                        .param("zhTw", nothing)
                        .param("en", "Sharing is speaking, too.")
                        .with(as(owner))
                        .with(csrf())
                        .cookie(english()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("转发也算发言。"),
                                containsString("href=\"#zhTw\""),
                                containsString("id=\"zhTw-error\""))));
        assertThat(policy.clause("2026", "3.1.d", Locale.ENGLISH).orElseThrow().notes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/policy/2026/clauses/3.1.d/notes", "/policy/versions/2026/proofs"})
    void what_the_owner_does_nobody_else_may(String path) throws Exception {
        for (var person : List.of(reader, hr)) {
            http.perform(get(path).with(as(person))).andExpect(status().isForbidden());
            http.perform(post(path)
                            .param("note", UUID.randomUUID().toString())
                            .param("proof", UUID.randomUUID().toString())
                            .param("zhCn", "一")
                            .param("zhTw", "一")
                            .param("en", "one")
                            .with(as(person))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void a_proof_is_put_on_record_with_its_file_and_everybody_may_read_it() throws Exception {
        http.perform(get("/policy/versions/2026/proofs").with(as(owner))).andExpect(status().isOk());
        var minutes = new MockMultipartFile(
                "files", "minutes.txt", "text/plain", "We talked.".getBytes(StandardCharsets.UTF_8));

        http.perform(multipart("/policy/versions/2026/proofs")
                        .file(minutes)
                        .param("proof", UUID.randomUUID().toString())
                        .param("kind", "CONSULTATION")
                        .param("on", "2025-11-28")
                        .param("remark", "staff council")
                        .with(as(owner))
                        .with(csrf()))
                .andExpect(redirectedUrl("/policy/versions"));

        var file =
                policy.versions(Locale.ENGLISH).get(0).proofs().get(0).files().get(0);
        http.perform(get("/policy/versions").with(as(reader)).cookie(english()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("staff council"),
                                containsString("minutes.txt"),
                                containsString("/files/" + file),
                                not(containsString("/proofs\"")))));
        http.perform(get("/files/{id}", file).with(as(reader)))
                .andExpect(content().string("We talked."));
    }

    @Test
    void a_proof_without_a_kind_or_with_a_day_that_is_none_comes_back() throws Exception {
        http.perform(multipart("/policy/versions/2026/proofs")
                        .param("proof", UUID.randomUUID().toString())
                        .param("on", "yesterday")
                        .param("remark", "staff council")
                        .with(as(owner))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("id=\"on-error\""), containsString("staff council"))));
        http.perform(multipart("/policy/versions/2026/proofs")
                        .param("proof", UUID.randomUUID().toString())
                        .param("on", "2025-11-28")
                        .with(as(owner))
                        .with(csrf()))
                .andExpect(content().string(containsString("id=\"kind-error\"")));
        assertThat(policy.versions(Locale.ENGLISH).get(0).proofs()).isEmpty();
    }

    @Test
    void who_knows_the_version_is_for_its_owner_and_human_resources() throws Exception {
        policy.recordKnown(reader, "2026", LocalDate.parse("2026-04-07"), MadeKnown.SIGNED_PAPER, PersonId.SYSTEM);

        for (var person : List.of(owner, hr)) {
            http.perform(get("/policy/known").param("q", "PW-").with(as(person)).cookie(english()))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("PW-1"),
                                    containsString("PW-2"),
                                    containsString("signed on paper"))));
        }
        http.perform(get("/policy/known").with(as(reader))).andExpect(status().isForbidden());
        http.perform(get("/policy/known/import").with(as(reader))).andExpect(status().isForbidden());
    }

    @Test
    void the_list_can_be_narrowed_to_those_who_do_not_know_it_yet() throws Exception {
        policy.recordKnown(reader, "2026", LocalDate.parse("2026-04-07"), MadeKnown.SIGNED_PAPER, PersonId.SYSTEM);

        http.perform(get("/policy/known")
                        .param("q", "PW-")
                        .param("missing", "true")
                        .with(as(hr)))
                .andExpect(content()
                        .string(allOf(
                                containsString(">PW-1<"), containsString(">PW-3<"), not(containsString(">PW-2<")))));
    }

    @Test
    void a_table_is_checked_first_and_then_exactly_that_table_comes_in() throws Exception {
        var csv = "person,version,made_known_on,how\nPW-2,2026,2026-03-30,SIGNED_PAPER\n";
        http.perform(multipart("/policy/known/import")
                        .file(table(csv))
                        .with(as(hr))
                        .with(csrf())
                        .cookie(english()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("Import what was checked (1)"), containsString(base64(csv)))));
        assertThat(policy.knowledge(List.of(reader))).isEmpty();

        http.perform(multipart("/policy/known/import")
                        .param("checked", base64(csv))
                        .with(as(hr))
                        .with(csrf()))
                .andExpect(redirectedUrl("/policy/known"));
        assertThat(policy.knowledge(List.of(reader))).hasSize(1);
    }

    @Test
    void the_mistakes_of_a_table_are_shown_by_line_and_column() throws Exception {
        http.perform(multipart("/policy/known/import")
                        .file(table("person,version,made_known_on,how\nPW-9,2026,30.3.26,SIGNED_PAPER\n"))
                        .with(as(hr))
                        .with(csrf())
                        .cookie(english()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nobody has the number PW-9."),
                                containsString("<code>made_known_on</code>"),
                                not(containsString("name=\"checked\"")))));
    }

    @Test
    void what_is_no_checked_table_is_refused() throws Exception {
        http.perform(multipart("/policy/known/import")
                        .param("checked", "%%%")
                        .with(as(hr))
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }

    @Test
    void search_finds_a_clause_by_its_number_and_by_its_words() throws Exception {
        http.perform(get("/search").param("q", "3.1.d").with(as(reader)).cookie(english()))
                .andExpect(content().string(containsString("/policy#c-3.1.d")));
        http.perform(get("/search").param("q", "oral warning").with(as(reader)).cookie(english()))
                .andExpect(content().string(containsString("/policy#c-5.2.1")));
    }

    @Test
    void the_number_of_a_version_leads_to_its_facts() throws Exception {
        var number = policy.versions(Locale.ENGLISH).get(0).number();

        http.perform(get("/search").param("q", number.value()).with(as(reader)))
                .andExpect(redirectedUrl("/policy/versions#" + number));
    }

    private static RequestPostProcessor as(PersonId person) {
        return user(person.value());
    }

    private static Cookie english() {
        return new Cookie("FAYAN-LANGUAGE", "en");
    }

    private static MockMultipartFile table(String csv) {
        return new MockMultipartFile("file", "signatures.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
