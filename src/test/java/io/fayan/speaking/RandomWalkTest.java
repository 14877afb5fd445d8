package io.fayan.speaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.fayan.audit.application.AuditVerifier;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.kernel.Sha256;
import io.fayan.people.Absences;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.people.application.DayChange;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.frontdoor.Answer;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Claim;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.platform.worklist.WorkListCheck;
import io.fayan.platform.worklist.WorkListCheck.Difference;
import io.fayan.support.DemoCompany;
import io.fayan.support.WiringTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever people do, sensible or not, in whatever order: the work list says what the engine says, nothing is stuck, nobody
 * judges what is their own, and the audit log is whole. A failure names the seed and the step; the same seed walks the same
 * way again.
 */
@WiringTest
class RandomWalkTest {

    /** A Monday, 10:00 in Shanghai. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    /** Deadlines that begin later would reach into a year whose calendar is not announced. */
    private static final Instant LATEST = Instant.parse("2026-12-14T02:00:00Z");

    private static final int STEPS = 240;
    private static final int MATTERS = 9;

    @Autowired
    FrontDoor door;

    @Autowired
    WorkList workList;

    @Autowired
    WorkListCheck check;

    @Autowired
    AuditVerifier audit;

    @Autowired
    People people;

    @Autowired
    Absences absences;

    @Autowired
    DayChange dayChange;

    @Autowired
    DemoCompany company;

    @Autowired
    MovableClock clock;

    @Autowired
    WorkingDays calendar;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private final List<BusinessNumber> matters = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> pastTasks = new ArrayList<>();
    private final Map<Act, Integer> accepted = new EnumMap<>(Act.class);
    private List<PersonId> everybody;
    private Random random;

    @BeforeEach
    void company_at_work_on_a_monday() {
        company.movesIn();
        clock.moveTo(MONDAY);
        everybody = people.active().stream().map(Person::id).toList();
    }

    @AfterEach
    void everybody_is_back() {
        jdbc.sql("delete from absence where person_id like 'F00%'").update();
        for (var matter : matters) {
            door.act(requester(matter), matter, "withdraw", UUID.randomUUID().toString(), Map.of("reason", "测试结束"));
        }
        clock.release();
        company.movesIn();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 271_828, 314_159})
    void whatever_people_do_the_work_list_is_the_engine_and_nothing_is_stuck(long seed) {
        random = new Random(seed);
        for (var step = 1; step <= STEPS; step++) {
            var act = matters.size() < 2 ? Act.FILE : oneOf(Act.BY_WEIGHT);
            var happened = "seed %d, step %d: %s".formatted(seed, step, act);
            try {
                if (done(act)) {
                    accepted.merge(act, 1, Integer::sum);
                }
            } catch (RuntimeException e) {
                fail(happened, e);
            }
            if (step % 4 == 0) {
                assertThat(differences()).as(happened).isEmpty();
            }
            matters.forEach(matter -> isSound(matter, happened));
        }
        var end = "seed %d, end; accepted: %s".formatted(seed, accepted);
        assertThat(differences()).as(end).isEmpty();
        assertThat(audit.verify().broken()).as(end).isEmpty();
        assertThat(accepted.keySet()).as(end).contains(Act.FILE, Act.DECIDE, Act.PUBLISH, Act.EXAMINE, Act.TIME);
    }

    private enum Act {
        FILE(2),
        CLAIM(2),
        UNCLAIM(1),
        DECIDE(14),
        ASK(2),
        ANSWER(2),
        CORRECT(3),
        HAND_OVER(1),
        GIVE_BACK(1),
        ADD_REVIEWER(1),
        PUBLISH(4),
        EXAMINE(3),
        REASSIGN(1),
        NUDGE(1),
        WITHDRAW(1),
        REVOKE(1),
        AWAY(1),
        BACK(1),
        TIME(4),
        NONSENSE(2);

        private static final List<Act> BY_WEIGHT = Arrays.stream(values())
                .flatMap(act -> Collections.nCopies(act.weight, act).stream())
                .toList();

        private final int weight;

        Act(int weight) {
            this.weight = weight;
        }
    }

    /** @return whether it was accepted */
    private boolean done(Act act) {
        return switch (act) {
            case FILE -> file();
            case CLAIM -> claim();
            case UNCLAIM -> unclaim();
            case DECIDE -> decide();
            case ASK -> onReview("ask", Map.of("question", "出处？"));
            case ANSWER -> onStep(AuthoriseSpeaking.ANSWER_QUESTION, step -> Map.of("answer", "官网"));
            case CORRECT -> onStep(AuthoriseSpeaking.CORRECT_REQUEST, this::correction);
            case HAND_OVER -> onReview("hand-over", Map.of("to", anybody().value(), "note", "请代为处理"));
            case GIVE_BACK -> onReview("give-back", Map.of("note", "请另派"));
            case ADD_REVIEWER ->
                onReview(
                        "add-reviewer",
                        Map.of("reviewer", oneOf(Reviewer.values()).name(), "why", "涉及其职责"));
            case PUBLISH -> onStep(AuthoriseSpeaking.REPORT_PUBLICATION, this::publication);
            case EXAMINE ->
                onStep(
                        AuthoriseSpeaking.EXAMINE_DIFFERENCE,
                        step -> Map.of("decision", random.nextBoolean() ? "CLOSED" : "KEPT_FOR_REPORT", "note", "看过"));
            case REASSIGN -> reassign();
            case NUDGE -> onMatter("nudge", Map.of());
            case WITHDRAW -> chance(30) && onMatter("withdraw", Map.of("reason", "不需要了"));
            case REVOKE -> chance(30) && onMatter("revoke", Map.of("reason", "情况有变"));
            case AWAY -> goAway();
            case BACK -> comeBack();
            case TIME -> timePasses();
            case NONSENSE -> nonsense();
        };
    }

    private boolean file() {
        if (matters.size() == MATTERS && open().size() > 2) {
            return false;
        }
        var now = LocalDateTime.ofInstant(clock.instant(), calendar.zone()).truncatedTo(ChronoUnit.MINUTES);
        var from = now.plusHours(random.nextInt(-3, 30));
        var text = "第" + random.nextInt(1000) + "号文本。😀";
        var fields = new HashMap<String, Object>(Map.of(
                "channel",
                "OCCASION",
                "occasion",
                "开发者大会",
                "title",
                chance(95) ? "一件事" : "",
                "text",
                text,
                "speakingAs",
                oneOf(SpeakingAs.values()).name(),
                "contentClasses",
                oneOf(ContentClass.values()).name(),
                "audience",
                oneOf(Audience.values()).name(),
                "purpose",
                "技术交流",
                "windowFrom",
                from.toString(),
                "windowUntil",
                from.plusDays(random.nextInt(0, 9)).toString()));
        if (chance(25)) {
            fields.put("speaker", anybody().value());
        }
        var answer = door.start(anybody(), AuthoriseSpeaking.PROCESS, key(), fields);
        if (answer instanceof Accepted opened
                && matters.stream().noneMatch(one -> one.value().equals(opened.number()))) {
            matters.add(new BusinessNumber(opened.number()));
        }
        return answer instanceof Accepted;
    }

    private boolean claim() {
        var step = step(null);
        return step != null && workList.claim(somebodyFor(step), step.taskId()) == Claim.DONE;
    }

    private boolean unclaim() {
        var step = step(null);
        return step != null && workList.unclaim(actor(step), step.taskId()) == Claim.DONE;
    }

    private boolean decide() {
        return onStep(
                AuthoriseSpeaking.REVIEW_REQUEST,
                step -> Map.of(
                        "verdict",
                        chance(85) ? "APPROVED" : chance(70) ? "RETURNED" : "REJECTED",
                        "reason",
                        "看过了",
                        "reviewedText",
                        Sha256.of(chance(95) ? text(step.matter()) : "另一段").value()));
    }

    private Map<String, Object> correction(WorkItem step) {
        var now = LocalDateTime.ofInstant(clock.instant(), calendar.zone()).truncatedTo(ChronoUnit.MINUTES);
        return Map.of(
                "basedOn",
                jdbc.sql("select max(v.version_number) from speaking_text_version v"
                                + " join speaking_request r on r.id = v.request_id where r.number = ?")
                        .param(step.matter().value())
                        .query(Integer.class)
                        .single(),
                "text",
                chance(80) ? "改过的文本 " + random.nextInt(1000) : text(step.matter()),
                "note",
                "已改",
                "contentClasses",
                oneOf(ContentClass.values()).name(),
                "windowFrom",
                now.plusHours(2).toString(),
                "windowUntil",
                now.plusDays(random.nextInt(1, 5)).toString());
    }

    private Map<String, Object> publication(WorkItem step) {
        return Map.of(
                "link",
                "https://social.example/" + random.nextInt(1000),
                "publishedAt",
                LocalDateTime.ofInstant(clock.instant(), calendar.zone())
                        .minusMinutes(random.nextInt(120))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                "publishedText",
                chance(50) ? text(step.matter()) : "说了别的");
    }

    private boolean reassign() {
        var step = step(null);
        return step != null
                && accepted(door.act(
                        chance(80) ? oneOf(people.holders(Role.COMMUNICATIONS_LEAD)) : anybody(),
                        step.matter(),
                        "reassign",
                        key(),
                        Map.of("task", step.taskId(), "to", anybody().value())));
    }

    private boolean goAway() {
        var today = people.today();
        var person = oneOf(busy());
        var outcome = absences.record(person, today, today.plusDays(random.nextInt(4)), anybody(), person);
        return outcome.equals(Outcome.kept());
    }

    private boolean comeBack() {
        for (var person : everybody) {
            for (var absence : absences.of(person)) {
                return absences.cancel(person, absence.id(), person).equals(Outcome.kept());
            }
        }
        return false;
    }

    private boolean timePasses() {
        var now = clock.instant();
        if (now.isAfter(LATEST)) {
            return false;
        }
        clock.moveTo(
                now.plus(chance(85) ? Duration.ofMinutes(random.nextInt(300)) : Duration.ofDays(random.nextInt(4))));
        for (var due = management.createJobQuery().timers().executable().listPage(0, 1);
                !due.isEmpty();
                due = management.createJobQuery().timers().executable().listPage(0, 1)) {
            management.executeJob(due.get(0).getId());
        }
        dayChange.sweep();
        return true;
    }

    /** Steps that are over, fields nobody knows, keys that were used, matters that do not exist. */
    private boolean nonsense() {
        var task = pastTasks.isEmpty() ? "none" : oneOf(pastTasks);
        return switch (random.nextInt(5)) {
            case 0 -> accepted(door.submit(anybody(), task, key(), Map.of("verdict", "APPROVED")));
            case 1 -> accepted(door.act(anybody(), task, "ask", key(), Map.of("question", "？")));
            case 2 -> onReview("ask", Map.of("question", "？", "approved", true));
            case 3 ->
                accepted(door.act(
                        anybody(), new BusinessNumber("SR-2026-999999"), "withdraw", key(), Map.of("reason", "？")));
            default -> {
                var step = step(null);
                yield step != null
                        && accepted(door.submit(
                                actor(step),
                                step.taskId(),
                                keys.isEmpty() ? key() : oneOf(keys),
                                Map.of("verdict", "MAYBE")));
            }
        };
    }

    private interface Fields {
        Map<String, Object> of(WorkItem step);
    }

    private boolean onStep(String element, Fields fields) {
        var step = step(element);
        if (step == null) {
            return false;
        }
        pastTasks.add(step.taskId());
        if (step.assignee() == null && chance(80)) {
            workList.claim(somebodyFor(step), step.taskId());
        }
        var known = workList.find(step.taskId()).orElseThrow();
        return accepted(door.submit(actor(known), step.taskId(), key(), fields.of(step)));
    }

    private boolean onReview(String action, Map<String, Object> fields) {
        var step = step(AuthoriseSpeaking.REVIEW_REQUEST);
        return step != null && accepted(door.act(actor(step), step.taskId(), action, key(), fields));
    }

    private boolean onMatter(String action, Map<String, Object> fields) {
        var matter = oneOf(matters);
        var person = chance(70)
                ? action.equals("revoke") ? oneOf(people.holders(Role.COMMUNICATIONS)) : requester(matter)
                : anybody();
        return accepted(door.act(person, matter, action, key(), fields));
    }

    /** In an order that does not depend on ids, which are others each time. */
    private @Nullable WorkItem step(@Nullable String element) {
        var steps = new TreeMap<String, WorkItem>();
        for (var matter : matters) {
            for (var item : workList.of(matter)) {
                if (element == null || item.element().equals(element)) {
                    steps.put(matter + item.element() + item.groups() + item.assignee() + steps.size(), item);
                }
            }
        }
        return steps.isEmpty() ? null : oneOf(List.copyOf(steps.values()));
    }

    private PersonId actor(WorkItem step) {
        return step.assignee() != null && chance(85) ? step.assignee() : anybody();
    }

    private PersonId somebodyFor(WorkItem step) {
        var group = step.groups().stream()
                .sorted()
                .flatMap(role -> people.holders(role).stream())
                .toList();
        return group.isEmpty() || chance(20) ? anybody() : oneOf(group);
    }

    private List<PersonId> busy() {
        var assignees = matters.stream()
                .flatMap(matter -> workList.of(matter).stream())
                .filter(item -> item.assignee() != null)
                .map(WorkItem::assignee)
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
        return assignees.isEmpty() ? everybody : assignees;
    }

    private void isSound(BusinessNumber matter, String happened) {
        var where = happened + ", " + matter;
        var status = RequestStatus.valueOf(column(matter, "status"));
        var items = workList.of(matter);
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(matter.value())
                .singleResult();
        if (status.ended()) {
            assertThat(instance).as(where).isNull();
            assertThat(items).as(where).isEmpty();
            return;
        }
        assertThat(instance).as(where).isNotNull();
        assertThat(instance.isSuspended()).as(where).isFalse();
        assertThat(items).as(where + " is " + status).isNotEmpty();
        if (status != RequestStatus.DIFFERENT) {
            assertThat(management
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .timers()
                            .count())
                    .as(where + " is " + status + " and ends by itself")
                    .isEqualTo(1);
        }
        for (var item : items) {
            assertThat(item.assignee() != null || !item.groups().isEmpty())
                    .as("%s: %s is somebody's", where, item.element())
                    .isTrue();
            if (item.element().equals(AuthoriseSpeaking.REVIEW_REQUEST)) {
                assertThat(item.assignee())
                        .as("%s is judged by others", where)
                        .isNotIn(requester(matter), new PersonId(column(matter, "speaker")));
            }
        }
    }

    private List<Difference> differences() {
        var found = new ArrayList<Difference>();
        check.compare(found::add);
        var ours = matters.stream().map(BusinessNumber::value).toList();
        return found.stream()
                .filter(difference -> ours.contains(difference.matter()))
                .toList();
    }

    private List<BusinessNumber> open() {
        return matters.stream()
                .filter(matter ->
                        !RequestStatus.valueOf(column(matter, "status")).ended())
                .toList();
    }

    private PersonId requester(BusinessNumber matter) {
        return new PersonId(column(matter, "requester"));
    }

    private String column(BusinessNumber matter, String name) {
        return jdbc.sql("select " + name + " from speaking_request where number = ?")
                .param(matter.value())
                .query(String.class)
                .single();
    }

    private String text(BusinessNumber matter) {
        return jdbc.sql("select v.text from speaking_text_version v join speaking_request r on r.id = v.request_id"
                        + " where r.number = ? order by v.version_number desc limit 1")
                .param(matter.value())
                .query(String.class)
                .single();
    }

    private static boolean accepted(Answer answer) {
        return answer instanceof Accepted;
    }

    private PersonId anybody() {
        return oneOf(everybody);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private <T> T oneOf(T[] things) {
        return things[random.nextInt(things.length)];
    }

    /** A new one, now and then one that was used. */
    private String key() {
        if (!keys.isEmpty() && chance(3)) {
            return oneOf(keys);
        }
        keys.add(new UUID(random.nextLong(), System.nanoTime()).toString());
        return keys.get(keys.size() - 1);
    }
}
