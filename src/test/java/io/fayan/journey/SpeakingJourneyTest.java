package io.fayan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.support.DemoCompany;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A post is asked for, reviewed, returned, changed, granted and published with a difference: by people, in a browser. */
@JourneyTest
class SpeakingJourneyTest {

    private static final String TAIWAN = "zh-TW";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @LocalServerPort
    int port;

    @Autowired
    DemoCompany company;

    @Autowired
    People people;

    @Autowired
    WorkList workList;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void company_can_sign_in() {
        company.movesIn();
        company.canSignIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void request_is_returned_changed_granted_and_published_with_a_difference(String language) {
        var chinese = language.startsWith("zh");
        var title = chinese ? "周末网关开放日预告" : "Open day for gateways this weekend";
        var first = chinese ? "周六下午两点，来杭州看网关怎么工作。😀" : "Saturday 2 pm: come and see how our gateways work. 😀";
        var second = chinese
                ? "周六下午两点，来杭州看边缘网关怎么工作。报名见官网。"
                : "Saturday 2 pm: come and see how our edge gateways work. Register on our site.";

        var number = ask("li.wei", language, title, first);
        assertThat(workList.of(number)).hasSize(2);

        review(manager(number), language, "APPROVED");
        review(group(number), language, "RETURNED");
        assertThat(status(number)).isEqualTo("RETURNED");

        correct("li.wei", language, number, second);
        assertThat(workList.of(number)).hasSize(2);

        review(manager(number), language, "APPROVED");
        review(group(number), language, "APPROVED");
        assertThat(status(number)).isEqualTo("GRANTED");
        look("li.wei", language, number, "granted");

        publish("li.wei", language, number, second + (chinese ? "数量有限。" : " Seats are few."));
        assertThat(status(number)).isEqualTo("DIFFERENT");
        assertThat(inWindow(number)).isTrue();

        examine(language, number);
        assertThat(status(number)).isEqualTo("DIFFERENCE_CLOSED");
        look("li.wei", language, number, "closed");
    }

    @Test
    void requester_nudges_the_lead_reassigns_and_the_requester_withdraws() {
        var number = ask("li.wei", TAIWAN, "開放日的短影片", "這個週末，一起來看閘道器怎麼運作。");
        var step = group(number);
        var colleague = people.holders(Role.COMMUNICATIONS).stream()
                .filter(person -> !people.holders(Role.COMMUNICATIONS_LEAD).contains(person))
                .findFirst()
                .orElseThrow();

        act("li.wei", number, "nudge", form -> {});
        act("su.manqing", number, "reassign", form -> {
            form.locator("select[name=task]").selectOption(step.taskId());
            form.locator("[name=to]").fill(colleague.value());
        });
        assertThat(workList.of(number))
                .filteredOn(item -> item.taskId().equals(step.taskId()))
                .extracting(WorkItem::assignee)
                .containsExactly(colleague);

        act("li.wei", number, "withdraw", form -> form.locator("textarea[name=reason]")
                .fill("活動改期"));
        assertThat(status(number)).isEqualTo("WITHDRAWN");
        assertThat(workList.of(number)).isEmpty();
    }

    @Test
    void communications_revoke_what_was_granted() {
        var number = ask("li.wei", TAIWAN, "攤位直播預告", "明天下午三點，攤位上見。");
        review(manager(number), TAIWAN, "APPROVED");
        review(group(number), TAIWAN, "APPROVED");
        assertThat(status(number)).isEqualTo("GRANTED");

        act("he.kexin", number, "revoke", form -> form.locator("textarea[name=reason]")
                .fill("主辦單位取消了直播"));

        assertThat(status(number)).isEqualTo("REVOKED");
        assertThat(workList.of(number)).isEmpty();
        look("li.wei", TAIWAN, number, "revoked");
    }

    /** Does something with the matter on its page, and sees that it is done. */
    private void act(String login, BusinessNumber number, String action, Consumer<Locator> filled) {
        try (var visit = visit(login, TAIWAN)) {
            visit.window().open("/requests/" + number);
            var form = visit.page().locator("form[action$='/actions/" + action + "']");
            var fold = visit.page().locator("details:has(form[action$='/actions/" + action + "']) > summary");
            if (fold.count() > 0) {
                fold.click();
            }
            filled.accept(form);
            visit.picture("action-" + action);
            form.locator("button[type=submit]").click();
            visit.page().locator(".note-done").waitFor();
            visit.window().isInOrder();
            visit.picture("action-" + action + "-done");
        }
    }

    private BusinessNumber ask(String login, String language, String title, String text) {
        try (var visit = visit(login, language)) {
            visit.window().accessible("main");
            visit.picture("home");
            visit.tasklist("#/?processStart=authorise-speaking", ".modal .fayan-form .fy-body:not([hidden])");
            var send = visit.page().locator(".modal-footer .btn-primary:visible");
            var form = visit.page().locator(".modal .fayan-form");
            send.click();
            form.locator(".fy-errors").waitFor();
            visit.picture("request-errors");
            form.locator("input[type=radio][value=COMPANY_ACCOUNT]").check();
            form.locator("select[name=account]").selectOption(new SelectOption().setIndex(1));
            form.locator("input[name=title]").fill(title);
            form.locator("textarea[name=text]").fill(text);
            form.locator("input[type=radio][value=COMPANY]").check();
            form.locator("input[type=checkbox][value=GENERAL]").check();
            form.locator("input[type=radio][value=PUBLIC]").check();
            form.locator("textarea[name=purpose]").fill(title);
            form.locator("input[name=windowFrom]").fill(local(-90));
            form.locator("input[name=windowUntil]").fill(local(8 * 24 * 60));
            send.click();
            form.locator("[data-field=windowFrom] .fy-error").waitFor();
            // Half an hour ago still counts as now, and what is published is in its window: only its words differ.
            form.locator("input[name=windowFrom]").fill(local(-30));
            visit.window().accessible(".modal .fayan-form");
            send.click();
            form.locator("[data-part=check] :text('" + title + "')").first().waitFor();
            visit.picture("request-check");
            send.click();
            form.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        return new BusinessNumber(
                jdbc.sql("select number from speaking_request where title = ? order by number desc limit 1")
                        .param(title)
                        .query(String.class)
                        .single());
    }

    private void review(WorkItem item, String language, String verdict) {
        var reviewer = item.assignee() == null ? anyOf(item) : item.assignee();
        try (var visit = visit(login(reviewer), language)) {
            var form = visit.step(item.assignee() == null ? "my-groups" : "mine", item.taskId());
            visit.window().accessible(".task-details .fayan-form");
            visit.picture("review-" + verdict.toLowerCase());
            form.locator("input[type=radio][value=" + verdict + "]").check();
            form.locator("textarea[name=reason]").fill("请说清楚是哪一类网关 / say which gateways");
            visit.sendStep();
        }
    }

    private void correct(String login, String language, BusinessNumber number, String text) {
        try (var visit = visit(login, language)) {
            var form = visit.step(
                    "mine", only(number, AuthoriseSpeaking.CORRECT_REQUEST).taskId());
            form.locator("textarea[name=text]").fill(text);
            form.locator("[name=note]").fill("写明边缘网关 / says edge gateways");
            visit.window().accessible(".task-details .fayan-form");
            visit.picture("correct");
            visit.sendStep();
        }
    }

    private void publish(String login, String language, BusinessNumber number, String text) {
        try (var visit = visit(login, language)) {
            var form = visit.step(
                    "mine", only(number, AuthoriseSpeaking.REPORT_PUBLICATION).taskId());
            form.locator("[name=link]").fill("https://social.example/posts/1");
            form.locator("[name=publishedAt]").fill(local(-1));
            form.locator("textarea[name=publishedText]").fill(text);
            visit.window().accessible(".task-details .fayan-form");
            visit.picture("publication");
            visit.sendStep();
        }
    }

    private void examine(String language, BusinessNumber number) {
        var item = only(number, AuthoriseSpeaking.EXAMINE_DIFFERENCE);
        try (var visit = visit(login(anyOf(item)), language)) {
            var form = visit.step("my-groups", item.taskId());
            form.locator("input[type=radio][value=CLOSED]").check();
            form.locator("textarea[name=note]").fill("只加了一句 / one sentence more");
            visit.window().accessible(".task-details .fayan-form");
            visit.picture("examine");
            visit.sendStep();
        }
    }

    private void look(String login, String language, BusinessNumber number, String name) {
        try (var visit = visit(login, language)) {
            visit.window().open("/requests/" + number).isInOrder();
            visit.picture("request-" + name);
        }
    }

    private Visit visit(String login, String language) {
        return new Visit(login, port, language);
    }

    private WorkItem manager(BusinessNumber number) {
        return workList.of(number).stream()
                .filter(item -> item.assignee() != null && item.groups().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private WorkItem group(BusinessNumber number) {
        return workList.of(number).stream()
                .filter(item -> !item.groups().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private WorkItem only(BusinessNumber number, String element) {
        var items = workList.of(number);
        assertThat(items).extracting(WorkItem::element).containsExactly(element);
        return items.get(0);
    }

    private PersonId anyOf(WorkItem item) {
        return item.groups().stream()
                .flatMap(role -> people.holders(role).stream())
                .filter(person -> workList.mayAct(person, item))
                .findFirst()
                .orElseThrow();
    }

    private String login(PersonId person) {
        return jdbc.sql("select login from person where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    private String status(BusinessNumber number) {
        return jdbc.sql("select status from speaking_request where number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    private boolean inWindow(BusinessNumber number) {
        return jdbc.sql(
                                """
                                select count(*) from speaking_request r
                                join speaking_grant g on g.request_id = r.id
                                join speaking_publication p on p.request_id = r.id
                                where r.number = ? and p.published_at between g.valid_from and g.valid_until""")
                        .param(number.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static String local(long minutesFromNow) {
        return LocalDateTime.now(SHANGHAI)
                .plusMinutes(minutesFromNow)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
