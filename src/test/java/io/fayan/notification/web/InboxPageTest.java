package io.fayan.notification.web;

import static io.fayan.support.OurToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.notification.Notifications;
import io.fayan.notification.Notifications.Kind;
import io.fayan.notification.application.Inbox;
import io.fayan.support.Colleagues;
import io.fayan.support.WiringTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@WiringTest
class InboxPageTest {

    private static final BusinessNumber MATTER = new BusinessNumber("ZN-2026-000001");

    @Autowired
    Notifications notifications;

    @Autowired
    Inbox inbox;

    @Autowired
    Colleagues colleagues;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    WebApplicationContext application;

    private MockMvc http;
    private PersonId reader;
    private PersonId colleague;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        reader = colleagues.bring("ZP-reader");
        colleague = colleagues.bring("ZP-colleague");
    }

    @AfterEach
    void tidy() {
        jdbc.sql("delete from notification_message where person like 'ZP-%'").update();
        colleagues.letGo(reader, colleague);
    }

    @Test
    void an_empty_inbox_says_what_it_is_for() throws Exception {
        assertThat(page("/inbox")).contains("Nothing has come in yet").doesNotContain("Mark all as read");
    }

    @Test
    void the_page_shows_a_persons_own_messages_in_the_readers_language() throws Exception {
        tell(reader, "mine");
        tell(colleague, "theirs");
        assertThat(page("/inbox"))
                .contains("Half of the time for")
                .contains("Panel at the Auto Show")
                .contains("ZN-2026-000001")
                .contains("1 unread message");
        var chinese = http.perform(get("/inbox").with(user(reader.value())).cookie(language("zh-TW")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(chinese).contains("辦理時間已過一半").contains("全部標為已讀");
    }

    @Test
    void opening_a_message_leads_to_its_matter_and_marks_it_read() throws Exception {
        tell(reader, "mine");
        http.perform(get("/inbox/{id}", only()).with(user(reader.value())))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/test/ZN-2026-000001"));
        assertThat(inbox.unread(reader)).isZero();
        assertThat(page("/inbox?show=unread")).contains("You have read everything");
    }

    @Test
    void nobody_opens_or_reads_anothers_message() throws Exception {
        tell(reader, "mine");
        var id = only();
        http.perform(get("/inbox/{id}", id).with(user(colleague.value()))).andExpect(status().isNotFound());
        http.perform(post("/inbox/{id}/read", id).with(user(colleague.value())).with(csrf()));
        assertThat(inbox.unread(reader)).isEqualTo(1);
    }

    @Test
    void marking_one_read_changes_its_line_and_the_bell_in_place() throws Exception {
        tell(reader, "mine");
        var fragment = http.perform(post("/inbox/{id}/read", only())
                        .header("HX-Request", "true")
                        .with(user(reader.value()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(fragment).doesNotContain("<html").contains("<li").contains("hx-swap-oob=\"true\"");
        assertThat(fragment).doesNotContain("is-unread");
        assertThat(inbox.unread(reader)).isZero();
    }

    @Test
    void without_scripts_the_same_buttons_lead_back_to_the_page() throws Exception {
        tell(reader, "first");
        tell(reader, "second");
        http.perform(post("/inbox/read")
                        .param("until", Instant.now().plusSeconds(60).toString())
                        .with(user(reader.value()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/inbox"));
        assertThat(inbox.unread(reader)).isZero();
        http.perform(post("/inbox/read")
                        .param("until", "yesterday")
                        .with(user(reader.value()))
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_change_without_our_token_is_refused() throws Exception {
        tell(reader, "mine");
        http.perform(post("/inbox/{id}/read", only()).with(user(reader.value())))
                .andExpect(status().isForbidden());
        assertThat(inbox.unread(reader)).isEqualTo(1);
    }

    @Test
    void home_and_every_head_say_how_much_is_unread() throws Exception {
        tell(reader, "mine");
        assertThat(page("/")).contains("All messages (1 unread)").contains("hx-get=\"/inbox/bell\"");
        assertThat(page("/inbox/bell")).contains("1 unread message").doesNotContain("hx-swap-oob");
        inbox.read(
                reader,
                inbox.list(reader, true, 0, 1, Locale.ENGLISH).lines().get(0).id());
        assertThat(page("/")).doesNotContain("All messages");
    }

    private String page(String path) throws Exception {
        return http.perform(get(path).with(user(reader.value())).cookie(language("en")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static jakarta.servlet.http.Cookie language(String tag) {
        return new jakarta.servlet.http.Cookie("FAYAN-LANGUAGE", tag);
    }

    private java.util.UUID only() {
        return inbox.list(reader, false, 0, 1, Locale.ENGLISH).lines().get(0).id();
    }

    private void tell(PersonId to, String dedupKey) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> notifications.tell(
                        to,
                        Kind.REMINDER,
                        MATTER,
                        "notification.step.half",
                        List.of(Role.LEGAL, Instant.parse("2026-03-09T10:00:00Z")),
                        dedupKey));
    }
}
