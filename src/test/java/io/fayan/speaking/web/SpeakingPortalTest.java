package io.fayan.speaking.web;

import static io.fayan.support.OurToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.kernel.Sha256;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.platform.web.SearchSource;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.application.SpeakingPages;
import io.fayan.support.FrontDesk;
import io.fayan.support.WiringTest;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of speaking over HTTP: who sees what, what may be done there, and what the tables say. */
@WiringTest
class SpeakingPortalTest {

    /** A Monday, 10:00 in Shanghai, in a year of its own: other tests file nothing there. */
    private static final Instant MONDAY = Instant.parse("2026-03-09T02:00:00Z");

    private static final String FIRST = "各位同学，礁石 G3 的网络测试开源啦。";

    @Autowired
    FrontDoor door;

    @Autowired
    WorkList workList;

    @Autowired
    People people;

    @Autowired
    FrontDesk desk;

    @Autowired
    MovableClock clock;

    @Autowired
    SpeakingPages pages;

    @Autowired
    List<SearchSource> sources;

    @Autowired
    WebApplicationContext application;

    private MockMvc http;
    private PersonId requester;
    private PersonId outsider;
    private PersonId communications;
    private PersonId lead;

    @BeforeEach
    void company_at_work_on_a_monday() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        requester = desk.opensAt(MONDAY);
        var manager = people.managerOf(requester).orElseThrow();
        outsider = people.active().stream()
                .filter(person -> person.roles().isEmpty())
                .map(Person::id)
                .filter(id -> !id.equals(requester) && !id.equals(manager))
                .findFirst()
                .orElseThrow();
        lead = people.holders(Role.COMMUNICATIONS_LEAD).get(0);
        communications = people.holders(Role.COMMUNICATIONS).stream()
                .filter(person -> !person.equals(lead))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void release_time() {
        clock.release();
    }

    @Test
    void request_is_shown_to_whom_it_concerns_and_to_nobody_else() throws Exception {
        var number = file("面向同行的分享");
        var auditor = people.holders(Role.AUDITOR).get(0);
        for (var reader : List.of(requester, communications, auditor)) {
            assertThat(page(reader, "/requests/" + number))
                    .contains("面向同行的分享", FIRST, number.value(), "id=\"timeline-title\"");
        }
        assertThat(answered(outsider, "/requests/" + number)).isEqualTo(404);
        assertThat(answered(outsider, "/requests/" + number + "/diagram")).isEqualTo(404);
    }

    @Test
    void number_one_may_not_see_answers_like_one_that_does_not_exist() throws Exception {
        var number = file("保密的题目");
        var hidden = http.perform(get("/requests/" + number).with(user(outsider.value())))
                .andReturn()
                .getResponse();
        var missing = http.perform(get("/requests/SR-2019-000001").with(user(outsider.value())))
                .andReturn()
                .getResponse();
        assertThat(hidden.getStatus()).isEqualTo(404).isEqualTo(missing.getStatus());
        assertThat(hidden.getContentAsString()).isEqualTo(missing.getContentAsString());
        assertThat(hidden.getHeaderNames()).containsExactlyInAnyOrderElementsOf(missing.getHeaderNames());
        assertThat(hidden.getErrorMessage()).isEqualTo(missing.getErrorMessage());
    }

    @Test
    void page_names_who_has_it_now_and_leads_a_reviewer_into_the_task_list() throws Exception {
        var number = file("等待审核");
        var step = review(number);
        var reviewer = desk.taken(step);
        assertThat(english(reviewer, "/requests/" + number))
                .contains("Now with", "#/?filter=mine&amp;task=" + step.taskId(), "Why these reviewers?");
        assertThat(english(requester, "/requests/" + number))
                .contains("Now with")
                .doesNotContain(step.taskId());
    }

    @Test
    void withdrawal_without_a_reason_is_refused_at_the_field_and_keeps_what_was_typed() throws Exception {
        var number = file("准备撤回");
        var refused = http.perform(post("/matters/" + number + "/actions/withdraw")
                        .param("submissionKey", FrontDesk.key())
                        .param("reason", "   ")
                        .with(user(requester.value()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/requests/" + number))
                .andReturn();
        var shown = http.perform(get("/requests/" + number)
                        .flashAttrs(new HashMap<>(refused.getFlashMap()))
                        .with(user(requester.value())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(shown).contains("href=\"#withdraw-reason\"", "id=\"withdraw-reason-error\"", ">   </textarea>");
        assertThat(desk.status(number)).isEqualTo("IN_REVIEW");
    }

    @Test
    void requester_withdraws_once_however_often_the_form_is_sent() throws Exception {
        var number = file("撤回一次");
        var key = FrontDesk.key();
        for (var attempt = 0; attempt < 2; attempt++) {
            http.perform(post("/matters/" + number + "/actions/withdraw")
                            .param("submissionKey", key)
                            .param("reason", "活动取消")
                            .with(user(requester.value()))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/requests/" + number))
                    .andExpect(flash().attributeExists("confirmation"));
        }
        assertThat(desk.status(number)).isEqualTo("WITHDRAWN");
        assertThat(page(requester, "/requests/" + number)).contains("活动取消").doesNotContain("/actions/withdraw");
    }

    @Test
    void actions_are_refused_to_whom_they_do_not_belong() throws Exception {
        var number = granted("不能由本人撤销授权");
        assertThat(page(requester, "/requests/" + number)).doesNotContain("/actions/revoke");
        http.perform(post("/matters/" + number + "/actions/revoke")
                        .param("submissionKey", FrontDesk.key())
                        .param("reason", "试试")
                        .with(user(requester.value()))
                        .with(csrf()))
                .andExpect(flash().attributeExists("errors"));
        http.perform(post("/matters/" + number + "/actions/revoke")
                        .param("submissionKey", FrontDesk.key())
                        .param("reason", "试试")
                        .with(user(outsider.value()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        http.perform(post("/matters/" + number + "/actions/revoke")
                        .param("submissionKey", FrontDesk.key())
                        .param("reason", "没有令牌")
                        .with(user(communications.value())))
                .andExpect(status().isForbidden());
        assertThat(desk.status(number)).isEqualTo("GRANTED");
        http.perform(post("/matters/" + number + "/actions/revoke")
                        .param("submissionKey", FrontDesk.key())
                        .param("reason", "情况有变")
                        .with(user(communications.value()))
                        .with(csrf()))
                .andExpect(flash().attributeExists("confirmation"));
        assertThat(desk.status(number)).isEqualTo("REVOKED");
    }

    @Test
    void lead_gives_a_step_to_somebody_else() throws Exception {
        var number = file("换人审核");
        var step = review(number);
        assertThat(page(lead, "/requests/" + number)).contains("/actions/reassign", step.taskId());
        assertThat(page(communications, "/requests/" + number)).doesNotContain("/actions/reassign");
        http.perform(post("/matters/" + number + "/actions/reassign")
                        .param("submissionKey", FrontDesk.key())
                        .param("task", step.taskId())
                        .param("to", "nobody")
                        .with(user(lead.value()))
                        .with(csrf()))
                .andExpect(flash().attribute("acted", "reassign"))
                .andExpect(flash().attributeExists("errors"));
        http.perform(post("/matters/" + number + "/actions/reassign")
                        .param("submissionKey", FrontDesk.key())
                        .param("task", step.taskId())
                        .param("to", communications.value())
                        .with(user(lead.value()))
                        .with(csrf()))
                .andExpect(flash().attributeExists("confirmation"));
        assertThat(workList.find(step.taskId()).orElseThrow().assignee()).isEqualTo(communications);
    }

    @Test
    void grant_is_sealed_and_versions_are_compared() throws Exception {
        var number = file("两个版本");
        desk.decide(review(number), "RETURNED", FIRST);
        var correct = desk.only(number, AuthoriseSpeaking.CORRECT_REQUEST);
        var second = FIRST.replace("开源啦", "开放了");
        assertThat(door.submit(
                        requester,
                        correct.taskId(),
                        FrontDesk.key(),
                        new HashMap<>(Map.of(
                                "basedOn", 1,
                                "text", second,
                                "note", "换个说法",
                                "contentClasses", "GENERAL",
                                "windowFrom", "2026-03-10T09:00",
                                "windowUntil", "2026-03-17T18:00"))))
                .isInstanceOf(Accepted.class);
        for (var step : workList.of(number)) {
            desk.decide(step, "APPROVED", second);
        }
        var shown = page(requester, "/requests/" + number + "?from=1&to=2");
        assertThat(shown).contains("class=\"seal\"", Sha256.of(second).abbreviated(), "<del>源啦</del>", "<ins>放了</ins>");
    }

    @Test
    void diagram_speaks_the_readers_language_and_the_list_says_the_same() throws Exception {
        var number = file("流程");
        var xml = http.perform(get("/requests/" + number + "/diagram")
                        .locale(Locale.ENGLISH)
                        .header("Accept-Language", "en")
                        .with(user(requester.value())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(xml.getContentType()).startsWith("application/xml");
        assertThat(xml.getContentAsString(StandardCharsets.UTF_8)).contains("id=\"userTask_reviewRequest\"");
        assertThat(page(requester, "/requests/" + number))
                .contains("data-element=\"userTask_reviewRequest\" data-state=\"CURRENT\"")
                .contains("data-element=\"startEvent_requestSubmitted\" data-state=\"DONE\"");
    }

    @Test
    void table_holds_exactly_what_the_same_filters_show() throws Exception {
        var mark = "第" + UUID.randomUUID().toString().substring(0, 8);
        var open = file(mark + " 进行中");
        var withdrawn = file("=" + mark + " 已撤回");
        door.act(requester, withdrawn, "withdraw", FrontDesk.key(), Map.of("reason", "不用了"));
        for (var filter : List.of(
                "?q=" + mark,
                "?status=OPEN&q=" + mark,
                "?status=WITHDRAWN&q=" + mark,
                "?channel=OCCASION&q=" + mark,
                "?from=2026-03-09&until=2026-03-09&q=" + mark,
                "?from=2026-03-10&q=" + mark,
                "?scope=all&q=" + mark,
                "?scope=reviewed&q=" + mark)) {
            var shown = numbers(page(communications(filter), "/requests" + filter));
            var table = csv(communications(filter), "/requests.csv" + filter);
            assertThat(table.stream().map(row -> row.get(0))).as(filter).containsExactlyElementsOf(shown);
        }
        assertThat(csv(requester, "/requests.csv?q=" + mark))
                .extracting(row -> row.get(0), row -> row.get(1))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(open.value(), mark + " 进行中"),
                        // No spreadsheet takes the title for a formula.
                        org.assertj.core.groups.Tuple.tuple(withdrawn.value(), "'=" + mark + " 已撤回"));
    }

    @Test
    void only_communications_and_auditors_list_every_request() throws Exception {
        assertThat(answered(requester, "/requests?scope=all")).isEqualTo(403);
        assertThat(answered(requester, "/requests.csv?scope=all")).isEqualTo(403);
        assertThat(answered(communications, "/requests?scope=all")).isEqualTo(200);
        assertThat(answered(people.holders(Role.AUDITOR).get(0), "/requests?scope=all"))
                .isEqualTo(200);
    }

    @Test
    void register_tells_everybody_who_and_where_but_titles_only_to_those_who_may_see() throws Exception {
        var number = granted("登记册里的题目");
        var day = "/register?day=2026-03-12";
        assertThat(page(outsider, day))
                .contains(number.value(), Sha256.of(FIRST).abbreviated())
                .doesNotContain("登记册里的题目", "href=\"/requests/" + number);
        assertThat(page(requester, day)).contains("登记册里的题目", "href=\"/requests/" + number);
        // Words of a title find nothing for whom the title is closed.
        assertThat(page(outsider, day + "&q=登记册里的题目")).doesNotContain(number.value());
        assertThat(page(requester, day + "&q=登记册里的题目")).contains(number.value());
        assertThat(page(outsider, day + "&q=" + Sha256.of(FIRST).abbreviated())).contains(number.value());
        assertThat(page(outsider, day + "&person=" + requester)).contains(number.value());
        assertThat(page(outsider, day + "&person=" + lead)).doesNotContain(number.value());
        assertThat(page(outsider, day + "&place=occasion")).doesNotContain(number.value());
        assertThat(page(outsider, "/register?day=2026-03-18")).doesNotContain(number.value());
        assertThat(csv(outsider, "/register.csv?day=2026-03-12&person=" + requester).stream()
                        .map(row -> row.get(0)))
                .containsExactlyElementsOf(numbers(page(outsider, day + "&person=" + requester)));
    }

    @Test
    void revoked_grant_stands_in_the_register_until_the_day_of_its_revocation() throws Exception {
        var number = granted("将被撤销");
        clock.moveTo(Instant.parse("2026-03-11T02:00:00Z"));
        door.act(communications, number, "revoke", FrontDesk.key(), Map.of("reason", "情况有变"));
        var person = "&person=" + requester + "&q=" + number;
        assertThat(csv(outsider, "/register.csv?day=2026-03-10" + person))
                .singleElement()
                .satisfies(row -> assertThat(row.get(8)).isEqualTo("有效"));
        assertThat(csv(outsider, "/register.csv?day=2026-03-11" + person))
                .singleElement()
                .satisfies(row -> assertThat(row.get(8)).contains("撤销"));
        assertThat(csv(outsider, "/register.csv?day=2026-03-12" + person)).isEmpty();
    }

    @Test
    void what_the_register_opens_is_what_the_page_opens() throws Exception {
        var number = granted("同一条规则");
        var readers = new HashSet<>(
                List.of(requester, outsider, lead, people.managerOf(requester).orElseThrow()));
        for (var role : Role.values()) {
            people.holders(role).stream().limit(2).forEach(readers::add);
        }
        for (var reader : readers) {
            var titled = csv(reader, "/register.csv?day=2026-03-12&q=" + number).stream()
                    .anyMatch(row -> !row.get(4).isEmpty());
            assertThat(titled).as(reader.value()).isEqualTo(pages.visibleTo(reader, number));
        }
    }

    @Test
    void search_finds_only_what_one_may_see() {
        var mark = "搜" + UUID.randomUUID().toString().substring(0, 8);
        var number = file(mark);
        assertThat(found(requester, mark)).contains("/requests/" + number);
        assertThat(found(communications, mark)).contains("/requests/" + number);
        assertThat(found(people.managerOf(requester).orElseThrow(), mark)).contains("/requests/" + number);
        assertThat(found(outsider, mark)).isEmpty();
    }

    private List<String> found(PersonId person, String words) {
        return sources.stream()
                .flatMap(source -> source.search(person, words, 20).stream())
                .map(SearchSource.Hit::path)
                .toList();
    }

    private PersonId communications(String filter) {
        return filter.contains("all") ? communications : requester;
    }

    private static List<String> numbers(String page) {
        return Pattern.compile("<(?:a|span) class=\"number\"[^>]*>(SR-\\d{4}-\\d{6})<")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private List<CSVRecord> csv(PersonId person, String path) throws Exception {
        var response = http.perform(get(path).with(user(person.value())).header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(response.getContentType()).startsWith("text/csv");
        var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        try (var parser = CSVFormat.EXCEL
                .builder()
                .setSkipHeaderRecord(true)
                .setHeader()
                .get()
                .parse(new StringReader(text.substring(1)))) {
            return parser.getRecords();
        }
    }

    private String page(PersonId person, String path) throws Exception {
        return http.perform(get(path).with(user(person.value())).header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String english(PersonId person, String path) throws Exception {
        return http.perform(get(path)
                        .with(user(person.value()))
                        .cookie(new jakarta.servlet.http.Cookie("FAYAN-LANGUAGE", "en")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private int answered(PersonId person, String path) throws Exception {
        return http.perform(get(path).with(user(person.value())))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private BusinessNumber granted(String title) {
        var number = file(title);
        desk.grant(number, FIRST);
        return number;
    }

    private BusinessNumber file(String title) {
        return desk.file(requester, title, FIRST, "2026-03-10T09:00", "2026-03-17T18:00");
    }

    /** The step of communications, offered to their group. */
    private WorkItem review(BusinessNumber number) {
        return workList.of(number).stream()
                .filter(item -> item.groups().contains(Role.COMMUNICATIONS))
                .findFirst()
                .orElseThrow();
    }
}
