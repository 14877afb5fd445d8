package io.fayan.accounts.web;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fayan.accounts.AccountStatus;
import io.fayan.accounts.Accounts;
import io.fayan.accounts.AccountsImport;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.support.Colleagues;
import io.fayan.support.WiringTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@WiringTest
class AccountPagesTest {

    private static final String ADMINISTRATOR = "ZA-admin";
    private static final String OWNER = "ZA-owner";
    private static final String OTHER = "ZA-other";

    @Autowired
    WebApplicationContext application;

    @Autowired
    Colleagues colleagues;

    @Autowired
    AccountsImport imports;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        colleagues.bring(ADMINISTRATOR, Role.ADMINISTRATOR);
        colleagues.bring(OWNER);
        colleagues.bring(OTHER);
        var report = imports.carryOut(
                new AccountsImport.Tables(
                        (String.join(",", AccountsImport.PLATFORM_COLUMNS)
                                        + "\nZA-P,试,試,Proving,280,https://example.com/terms\n")
                                .getBytes(UTF_8),
                        (String.join(",", AccountsImport.ACCOUNT_COLUMNS)
                                        + "\nZA-MAIN,ZA-P,za_main,Company voice,ZA-owner,ZA-other,COMPANY"
                                        + "\nZA-OWN,ZA-P,za_own,Own voice,ZA-owner,,PERSONAL\n")
                                .getBytes(UTF_8)),
                PersonId.SYSTEM);
        assertThat(report.problems()).isEmpty();
    }

    @AfterEach
    void close() {
        jdbc.sql("delete from social_account where code like 'ZA-%'").update();
        jdbc.sql("delete from social_platform where code like 'ZA-%'").update();
        colleagues.letGo(new PersonId(ADMINISTRATOR), new PersonId(OWNER), new PersonId(OTHER));
    }

    private MockHttpServletRequestBuilder as(String person, MockHttpServletRequestBuilder request) {
        return request.with(user(person)).with(csrf()).header("Accept-Language", "en");
    }

    @Test
    void everybody_sees_company_accounts_and_personal_ones_only_their_owner() throws Exception {
        http.perform(get("/accounts")).andExpect(redirectedUrlPattern("/login*"));
        http.perform(as(OTHER, get("/accounts").param("platform", "ZA-P")))
                .andExpect(content()
                        .string(allOf(containsString("/accounts/ZA-MAIN"), not(containsString("/accounts/ZA-OWN")))));
        http.perform(as(OTHER, get("/accounts/ZA-MAIN")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("280 characters"),
                                containsString("https://example.com/terms"),
                                not(containsString("/accounts/ZA-MAIN/freeze")))));
        http.perform(as(OTHER, get("/accounts/ZA-OWN"))).andExpect(status().isNotFound());
        http.perform(as(OWNER, get("/accounts/ZA-OWN"))).andExpect(status().isOk());
        http.perform(as(ADMINISTRATOR, get("/accounts/ZA-OWN"))).andExpect(status().isOk());
        http.perform(as(OTHER, get("/search").param("q", "za_")))
                .andExpect(content()
                        .string(allOf(containsString("/accounts/ZA-MAIN"), not(containsString("/accounts/ZA-OWN")))));
    }

    @Test
    void only_administrators_change_privileges_and_import() throws Exception {
        http.perform(as(OWNER, post("/accounts/ZA-MAIN/freeze"))).andExpect(status().isForbidden());
        http.perform(as(OWNER, post("/accounts/ZA-MAIN/cancel"))).andExpect(status().isForbidden());
        http.perform(as(OWNER, get("/accounts/import"))).andExpect(status().isForbidden());
        http.perform(as(OWNER, multipart("/accounts/import"))).andExpect(status().isForbidden());
        assertThat(accounts.find("ZA-MAIN").orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void an_administrator_freezes_and_restores() throws Exception {
        http.perform(as(ADMINISTRATOR, post("/accounts/ZA-MAIN/freeze"))).andExpect(redirectedUrl("/accounts/ZA-MAIN"));
        assertThat(accounts.find("ZA-MAIN").orElseThrow().status()).isEqualTo(AccountStatus.FROZEN);
        http.perform(as(ADMINISTRATOR, get("/accounts/ZA-MAIN")))
                .andExpect(content()
                        .string(allOf(
                                containsString("/accounts/ZA-MAIN/restore"),
                                not(containsString("/accounts/ZA-MAIN/freeze")))));
        http.perform(as(ADMINISTRATOR, post("/accounts/ZA-MAIN/restore")))
                .andExpect(redirectedUrl("/accounts/ZA-MAIN"));
        assertThat(accounts.find("ZA-MAIN").orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
        http.perform(as(ADMINISTRATOR, post("/accounts/ZA-NONE/freeze"))).andExpect(status().isNotFound());
    }

    @Test
    void an_import_names_its_mistakes_in_the_readers_language() throws Exception {
        var table = (String.join(",", AccountsImport.ACCOUNT_COLUMNS) + "\nZA-NEW,ZA-X,za_new,New,ZA-nobody,,COMPANY\n")
                .getBytes(UTF_8);
        http.perform(as(
                        ADMINISTRATOR,
                        multipart("/accounts/import")
                                .file(new MockMultipartFile("accounts", table))
                                .param("step", "import")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("There is no platform ZA-X"),
                                containsString("Nobody has the number ZA-nobody"))));
        assertThat(accounts.find("ZA-NEW")).isEmpty();
    }
}
