package io.fayan.platform.calendar;

import static io.fayan.support.OurToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.support.Colleagues;
import io.fayan.support.WiringTest;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@WiringTest
class CalendarPageTest {

    private static final int YEAR = 2093;
    private static final Cookie ENGLISH = new Cookie("FAYAN-LANGUAGE", "en");

    @Autowired
    RecordedWorkingDays workingDays;

    @Autowired
    MovableClock clock;

    @Autowired
    Colleagues colleagues;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    WebApplicationContext application;

    private MockMvc http;
    private PersonId operator;
    private PersonId employee;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        operator = colleagues.bring("ZC-operator", Role.OPERATIONS);
        employee = colleagues.bring("ZC-employee");
        clock.moveTo(Instant.parse("2026-11-20T02:00:00Z"));
    }

    @AfterEach
    void tidy() {
        clock.release();
        colleagues.letGo(operator, employee);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            workingDays.enter(YEAR, Map.of(), "a test that forgets the year");
            jdbc.sql("delete from calendar_year where year_of = " + YEAR).update();
        });
    }

    @Test
    void the_page_shows_holidays_and_make_up_days_with_their_source() throws Exception {
        assertThat(page("/calendar?year=2026"))
                .contains("国务院办公厅关于2026年部分节假日安排的通知")
                .contains("February")
                .contains("is-off")
                .contains("is-makeup")
                .contains("calendar-2026.csv");
    }

    @Test
    void a_year_that_nobody_entered_is_said_to_be_missing() throws Exception {
        assertThat(page("/calendar?year=2093"))
                .contains("Nobody has entered 2093")
                .contains("not entered");
    }

    @Test
    void others_than_administrators_and_operations_stay_out() throws Exception {
        http.perform(get("/calendar").with(user(employee.value()))).andExpect(status().isForbidden());
        http.perform(get("/calendar/2026.csv").with(user(employee.value()))).andExpect(status().isForbidden());
        assertThat(upload(employee, "day,working\n2093-01-01,no\n", "enter")
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(workingDays.years()).doesNotContain(YEAR);
    }

    @Test
    void a_table_is_checked_first_and_entered_then() throws Exception {
        var checked = upload(operator, "day,working\n2093-01-01,no\n", "check")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(checked).contains("1 weekday is off").contains("2093, as your table says");
        assertThat(workingDays.years()).doesNotContain(YEAR);

        upload(operator, "day,working\n2093-01-01,no\n", "enter").andExpect(redirectedUrl("/calendar?year=2093"));
        assertThat(workingDays.isWorkingDay(LocalDate.of(YEAR, 1, 1))).isFalse();
        assertThat(page("/calendar/2093.csv")).isEqualTo("day,working\r\n2093-01-01,no\r\n");
    }

    @Test
    void mistakes_are_shown_by_line_and_column() throws Exception {
        var answer = upload(operator, "day,working\n2093-01-01,perhaps\n", "enter")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer)
                .contains("One thing is wrong, so nothing was entered")
                .contains("<code>working</code>")
                .contains("Write yes or no.");
    }

    @Test
    void years_far_away_are_no_years() throws Exception {
        http.perform(get("/calendar?year=99999").with(user(operator.value()))).andExpect(status().isBadRequest());
    }

    private ResultActions upload(PersonId person, String csv, String action) throws Exception {
        return http.perform(multipart("/calendar")
                .file(new MockMultipartFile("file", "2093.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .param("year", String.valueOf(YEAR))
                .param("source", "a notice")
                .param("action", action)
                .cookie(ENGLISH)
                .with(user(person.value()))
                .with(csrf()));
    }

    private String page(String path) throws Exception {
        return http.perform(get(path).with(user(operator.value())).cookie(ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
