package io.fayan.people.web;

import static io.fayan.support.OurToken.csrf;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.Absences;
import io.fayan.people.People;
import io.fayan.people.PeopleImport;
import io.fayan.support.Colleagues;
import io.fayan.support.WiringTest;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@WiringTest
class PeoplePagesTest {

    private static final String ADMINISTRATOR = "ZP-admin";
    private static final String PERSONNEL = "ZP-hr";
    private static final String EMPLOYEE = "ZP-employee";
    private static final String LAWYER = "ZP-lawyer";

    @Autowired
    WebApplicationContext application;

    @Autowired
    Colleagues colleagues;

    @Autowired
    People people;

    @Autowired
    Absences absences;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        colleagues.bring(ADMINISTRATOR, Role.ADMINISTRATOR);
        colleagues.bring(PERSONNEL, Role.HUMAN_RESOURCES);
        colleagues.bring(EMPLOYEE);
        colleagues.bring(LAWYER, Locale.TRADITIONAL_CHINESE, new PersonId(PERSONNEL), Role.LEGAL);
    }

    @AfterEach
    void close() {
        jdbc.sql("delete from password_link where person_id like 'ZP-%'").update();
        jdbc.sql("delete from absence where person_id like 'ZP-%'").update();
        jdbc.sql("delete from person where id like 'ZP-new%'").update();
        jdbc.sql("delete from org_unit where code like 'ZP-%'").update();
        List.of(ADMINISTRATOR, PERSONNEL, EMPLOYEE, LAWYER).forEach(id -> {
            colleagues.letGo(new PersonId(id));
            identity.deleteUser(id);
        });
        identity.deleteUser("ZP-new");
    }

    private MockHttpServletRequestBuilder as(String person, MockHttpServletRequestBuilder request) {
        return request.with(user(person)).with(csrf()).header("Accept-Language", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/people", "/people/ZP-lawyer"})
    void the_register_is_for_human_resources_and_administrators(String path) throws Exception {
        http.perform(as(EMPLOYEE, get(path))).andExpect(status().isForbidden());
        http.perform(as(LAWYER, get(path))).andExpect(status().isForbidden());
        http.perform(as(PERSONNEL, get(path))).andExpect(status().isOk());
        http.perform(as(ADMINISTRATOR, get(path))).andExpect(status().isOk());
        http.perform(get(path)).andExpect(redirectedUrlPattern("/login*"));
    }

    @Test
    void only_administrators_change_anything() throws Exception {
        for (var person : List.of(EMPLOYEE, PERSONNEL)) {
            http.perform(as(person, post("/people/ZP-lawyer/roles").param("roles", "AUDITOR")))
                    .andExpect(status().isForbidden());
            http.perform(as(person, post("/people/ZP-lawyer/leaving").param("lastDay", "2026-01-31")))
                    .andExpect(status().isForbidden());
            http.perform(as(person, post("/people/ZP-lawyer/absences"))).andExpect(status().isForbidden());
            http.perform(as(person, get("/people/import"))).andExpect(status().isForbidden());
            http.perform(as(person, multipart("/people/import"))).andExpect(status().isForbidden());
        }
        http.perform(as(PERSONNEL, get("/people/ZP-lawyer")))
                .andExpect(content().string(not(containsString("/people/ZP-lawyer/leaving"))));
        assertThat(people.find(new PersonId(LAWYER)).orElseThrow().roles()).containsExactly(Role.LEGAL);
    }

    @Test
    void a_change_without_our_token_is_refused() throws Exception {
        http.perform(post("/people/ZP-lawyer/roles").with(user(ADMINISTRATOR))).andExpect(status().isForbidden());
    }

    @Test
    void the_list_can_be_searched_and_leads_to_each_person() throws Exception {
        jdbc.sql("update person set search_text = 'zp-lawyer test' where id = 'ZP-lawyer'")
                .update();

        http.perform(as(PERSONNEL, get("/people").param("q", "ZP-LAWYER")))
                .andExpect(content()
                        .string(allOf(
                                containsString("/people/ZP-lawyer"), not(containsString("/people/ZP-employee")))));
        http.perform(as(PERSONNEL, get("/people").param("q", "<nobody>").param("page", "-3")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nobody matches")));
    }

    @Test
    void a_person_nobody_knows_is_not_found() throws Exception {
        http.perform(as(ADMINISTRATOR, get("/people/ZP-nobody"))).andExpect(status().isNotFound());
        http.perform(as(ADMINISTRATOR, get("/people/system"))).andExpect(status().isNotFound());
        http.perform(as(ADMINISTRATOR, get("/people/a b"))).andExpect(status().isNotFound());
    }

    @Test
    void a_link_to_set_a_password_is_shown_once_to_administrators() throws Exception {
        http.perform(as(PERSONNEL, post("/people/ZP-lawyer/password-link"))).andExpect(status().isForbidden());
        http.perform(as(ADMINISTRATOR, post("/people/ZP-lawyer/password-link")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString("/set-password?token=")));
        http.perform(as(ADMINISTRATOR, get("/people/ZP-lawyer")))
                .andExpect(content().string(not(containsString("/set-password?token="))));
    }

    @Test
    void roles_are_replaced() throws Exception {
        http.perform(as(ADMINISTRATOR, post("/people/ZP-lawyer/roles").param("roles", "AUDITOR", "PRODUCT")))
                .andExpect(redirectedUrl("/people/ZP-lawyer"));

        assertThat(people.find(new PersonId(LAWYER)).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.AUDITOR, Role.PRODUCT);
    }

    @Test
    void somebody_who_leaves_is_out_with_the_next_request() throws Exception {
        http.perform(as(LAWYER, get("/me/absence"))).andExpect(status().isOk());

        http.perform(as(ADMINISTRATOR, post("/people/ZP-lawyer/leaving").param("lastDay", "2026-01-31")))
                .andExpect(redirectedUrl("/people/ZP-lawyer"));

        http.perform(as(LAWYER, get("/me/absence"))).andExpect(redirectedUrlPattern("/login*"));
        http.perform(as(ADMINISTRATOR, post("/people/ZP-employee/leaving").param("lastDay", "")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("lastDay-error")));
    }

    @Test
    void everybody_enters_and_takes_back_their_own_absence() throws Exception {
        var today = people.today();
        http.perform(as(
                        EMPLOYEE,
                        post("/me/absence")
                                .param("from", today.plusDays(3).toString())
                                .param("until", today.plusDays(5).toString())
                                .param("deputy", "ZP-lawyer Test · Test")))
                .andExpect(redirectedUrl("/me/absence"));
        var absence = absences.of(new PersonId(EMPLOYEE)).get(0);
        assertThat(absence.deputy()).isEqualTo(new PersonId(LAWYER));
        http.perform(as(EMPLOYEE, get("/me/absence")))
                .andExpect(content().string(containsString("/me/absence/" + absence.id() + "/cancel")));
        http.perform(as(EMPLOYEE, get("/"))).andExpect(content().string(containsString("/me/absence")));

        http.perform(as(LAWYER, post("/me/absence/" + absence.id() + "/cancel")))
                .andExpect(redirectedUrl("/me/absence"));
        assertThat(absences.of(new PersonId(EMPLOYEE))).hasSize(1);

        http.perform(as(EMPLOYEE, post("/me/absence/" + absence.id() + "/cancel")))
                .andExpect(redirectedUrl("/me/absence"));
        assertThat(absences.of(new PersonId(EMPLOYEE))).isEmpty();
    }

    @Test
    void what_is_wrong_with_an_absence_stands_at_its_field_and_the_entries_stay() throws Exception {
        http.perform(as(
                        EMPLOYEE,
                        post("/me/absence")
                                .param("from", "2026-12-24")
                                .param("until", "")
                                .param("deputy", "nobody at all")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("until-error"),
                                containsString("deputy-error"),
                                not(containsString("from-error")),
                                containsString("value=\"2026-12-24\""),
                                containsString("value=\"nobody at all\""))));
    }

    @Test
    void deputies_are_suggested_while_typing() throws Exception {
        jdbc.sql("update person set search_text = 'zp-lawyer' where id = 'ZP-lawyer'")
                .update();

        http.perform(as(EMPLOYEE, get("/me/absence/deputies").param("deputy", "zp-law")))
                .andExpect(content().string(containsString("<option value=\"ZP-lawyer ")));
        http.perform(as(LAWYER, get("/me/absence/deputies").param("deputy", "zp-law")))
                .andExpect(content().string(not(containsString("ZP-lawyer"))));
    }

    @Test
    void an_import_is_checked_first_and_then_carried_out() throws Exception {
        var units = (String.join(",", PeopleImport.UNIT_COLUMNS) + "\nZP-UNIT,新,新,New,,\n").getBytes(UTF_8);
        var persons = (String.join(",", PeopleImport.PERSON_COLUMNS)
                        + "\nZP-new,zp.new,新,人,new@example.com,INTERN,ZP-UNIT,,,,zh-CN,2026-01-05,\n")
                .getBytes(UTF_8);
        for (var step : List.of("check", "import")) {
            http.perform(as(
                            ADMINISTRATOR,
                            multipart("/people/import")
                                    .file(new MockMultipartFile("units", units))
                                    .file(new MockMultipartFile("persons", persons))
                                    .param("step", step)))
                    .andExpect(status().isOk());
            assertThat(people.find(new PersonId("ZP-new")).isPresent()).isEqualTo(step.equals("import"));
        }
    }

    @Test
    void mistakes_in_an_import_are_shown_in_the_readers_language() throws Exception {
        var persons = (String.join(",", PeopleImport.PERSON_COLUMNS)
                        + "\nZP-new,zp.new,新,人,new@example.com,KING,ZP-NONE,,,,zh-CN,2026-01-05,\n")
                .getBytes(UTF_8);
        http.perform(as(
                        ADMINISTRATOR,
                        multipart("/people/import")
                                .file(new MockMultipartFile("persons", persons))
                                .param("step", "import")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("The staff type KING is not known"),
                                containsString("There is no unit ZP-NONE"))));
        http.perform(as(ADMINISTRATOR, multipart("/people/import")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("persons-error")));
    }

    @Test
    void the_one_search_field_finds_persons_for_those_who_may_open_them() throws Exception {
        jdbc.sql("update person set search_text = 'zp-lawyer' where id = 'ZP-lawyer'")
                .update();

        http.perform(as(PERSONNEL, get("/search").param("q", "zp-lawyer")))
                .andExpect(content().string(containsString("/people/ZP-lawyer")));
        http.perform(as(EMPLOYEE, get("/search").param("q", "zp-lawyer")))
                .andExpect(content().string(not(containsString("/people/ZP-lawyer"))));
    }
}
