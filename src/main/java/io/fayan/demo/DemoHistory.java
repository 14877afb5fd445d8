package io.fayan.demo;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.kernel.Sha256;
import io.fayan.people.People;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.files.Files;
import io.fayan.platform.frontdoor.Answer;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.speaking.AuthoriseSpeaking;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Plays the story book: every step of every request through the front door, in the order of time. */
@Component
@Profile("demo")
class DemoHistory {

    private final FrontDoor door;
    private final WorkList workList;
    private final People people;
    private final Files files;
    private final WorkingDays calendar;
    private final MovableClock clock;
    private final PastTimers timers;

    private final Map<String, Filed> filed = new HashMap<>();

    DemoHistory(
            FrontDoor door,
            WorkList workList,
            People people,
            Files files,
            WorkingDays calendar,
            MovableClock clock,
            PastTimers timers) {
        this.door = door;
        this.workList = workList;
        this.people = people;
        this.files = files;
        this.calendar = calendar;
        this.clock = clock;
        this.timers = timers;
    }

    /** What a request looks like so far. */
    private record Filed(
            BusinessNumber number, int version, String text, String attachments, String from, String until) {}

    /** @param step null for the filing itself */
    private record Scene(Instant at, int position, DemoRequest request, DemoRequest.@Nullable Step step) {}

    /** @param now the end of history; nothing is dated after it */
    void play(List<DemoRequest> requests, Instant now) {
        for (var scene : scenes(requests, now)) {
            timers.runUntil(scene.at());
            clock.moveTo(scene.at());
            var answer = scene.step() == null ? file(scene.request(), now) : act(scene.request(), scene.step());
            if (!(answer instanceof Accepted)) {
                throw new IllegalStateException("The story of "
                        + scene.request().key() + " cannot go on at "
                        + (scene.step() == null ? "its filing" : scene.step().kind()) + ": " + answer);
            }
        }
        timers.runUntil(now);
    }

    private List<Scene> scenes(List<DemoRequest> requests, Instant now) {
        var scenes = new ArrayList<Scene>();
        for (var request : requests) {
            var filed = now.minus(minutes(request.startsDaysAgo() * 24));
            var at = when(request, "file", filed, now);
            scenes.add(new Scene(at, scenes.size(), request, null));
            for (var step : request.story()) {
                var next = when(request, step.kind(), filed.plus(minutes(step.afterHours())), now);
                at = next.isAfter(at) ? next : at;
                scenes.add(new Scene(at, scenes.size(), request, step));
            }
        }
        scenes.sort(Comparator.comparing(Scene::at).thenComparing(Scene::position));
        return scenes;
    }

    /** People work in working time: the last working minute before it. Urgent matters and publications know no hours. */
    private Instant when(DemoRequest request, String kind, Instant at, Instant now) {
        var bounded = at.isAfter(now) ? now : at;
        return request.urgent() || kind.equals("publish") ? bounded : lastWorkingMinute(bounded);
    }

    private Instant lastWorkingMinute(Instant at) {
        var day = at.atZone(calendar.zone()).toLocalDate();
        for (; ; day = day.minusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                for (var i = calendar.shifts().size() - 1; i >= 0; i--) {
                    var shift = calendar.shifts().get(i);
                    var from = day.atTime(shift.from()).atZone(calendar.zone()).toInstant();
                    var until =
                            day.atTime(shift.until()).atZone(calendar.zone()).toInstant();
                    if (!at.isBefore(from)) {
                        return at.isBefore(until) ? at : until;
                    }
                }
            }
        }
    }

    private Answer file(DemoRequest request, Instant now) {
        var requester = new PersonId(request.requester());
        var fields = new HashMap<String, @Nullable Object>();
        fields.put("channel", request.channel());
        fields.put("account", request.account());
        fields.put("occasion", request.occasion());
        fields.put("title", request.title());
        fields.put("text", request.text());
        var attachments = request.attachments().stream()
                .map(name -> upload(requester, name))
                .collect(Collectors.joining(","));
        var from = RoundTimes.beginning(local(now.plus(minutes(request.windowFromDays() * 24))), local(clock.instant()))
                .toString();
        var until = RoundTimes.end(local(now.plus(minutes(request.windowToDays() * 24))))
                .toString();
        fields.put("attachments", attachments);
        fields.put("speakingAs", request.speakingAs());
        fields.put("contentClasses", request.contentClasses());
        fields.put("audience", request.audience());
        fields.put("purpose", request.purpose());
        fields.put("windowFrom", from);
        fields.put("windowUntil", until);
        fields.put("urgent", request.urgent());
        fields.put("urgentReason", request.urgentReason());
        var answer = door.start(requester, AuthoriseSpeaking.PROCESS, key(request.key(), "file"), fields);
        if (answer instanceof Accepted accepted) {
            filed.put(
                    request.key(),
                    new Filed(new BusinessNumber(accepted.number()), 1, request.text(), attachments, from, until));
        }
        return answer;
    }

    private String upload(PersonId uploader, String name) {
        try {
            var content = new ClassPathResource("demo/files/" + name).getContentAsByteArray();
            var receipt = files.receive(uploader, name, content);
            if (receipt instanceof Files.Received received) {
                return received.file().id().toString();
            }
            throw new IllegalStateException("The demo's file " + name + " was refused: " + receipt);
        } catch (IOException e) {
            throw new IllegalStateException("The demo's files are on the class path", e);
        }
    }

    private Answer act(DemoRequest request, DemoRequest.Step step) {
        var number = filed.get(request.key()).number();
        var requester = new PersonId(request.requester());
        var key = key(request.key(), step.kind() + step.afterHours());
        return switch (step.kind()) {
            case "review" -> review(number, request, step, key);
            case "ask" ->
                asReviewer(
                        request,
                        step,
                        (reviewer, item) -> door.act(
                                reviewer, item.taskId(), "ask", key, Map.of("question", step.text("question"))));
            case "handOver" ->
                asReviewer(
                        request,
                        step,
                        (reviewer, item) -> door.act(
                                reviewer,
                                item.taskId(),
                                "hand-over",
                                key,
                                Map.of("to", step.text("to"), "note", step.text("note"))));
            case "addReviewer" ->
                asReviewer(
                        request,
                        step,
                        (reviewer, item) -> door.act(
                                reviewer,
                                item.taskId(),
                                "add-reviewer",
                                key,
                                Map.of("reviewer", step.text("reviewer"), "why", step.text("why"))));
            case "answer" ->
                submit(
                        requester,
                        only(number, AuthoriseSpeaking.ANSWER_QUESTION),
                        key,
                        Map.of("answer", step.text("text")));
            case "correct" -> correct(number, request, step, key);
            case "publish" -> publish(number, request, step, key);
            case "examine" -> examine(number, step, key);
            case "withdraw" -> door.act(requester, number, "withdraw", key, Map.of("reason", step.text("reason")));
            case "nudge" -> door.act(requester, number, "nudge", key, Map.of());
            case "revoke" ->
                door.act(
                        people.holders(Role.COMMUNICATIONS_LEAD).get(0),
                        number,
                        "revoke",
                        key,
                        Map.of("reason", step.text("reason")));
            default -> throw new IllegalArgumentException("No such step: " + step.kind());
        };
    }

    private Answer review(BusinessNumber number, DemoRequest request, DemoRequest.Step step, String key) {
        return asReviewer(request, step, (reviewer, item) -> {
            var fields = new HashMap<String, @Nullable Object>();
            fields.put("verdict", step.text("verdict"));
            fields.put("reason", reason(request, step));
            fields.put("conditions", step.optional("conditions"));
            fields.put(
                    "reviewedText", Sha256.of(filed.get(request.key()).text()).value());
            return submit(reviewer, item, key, fields);
        });
    }

    /** Where the story book has no words for an approval, people still say that they looked. */
    private static String reason(DemoRequest request, DemoRequest.Step step) {
        var written = step.optional("reason");
        if (written != null) {
            return written;
        }
        return switch (request.language()) {
            case "en" -> "Read it, no objections.";
            case "zh-TW" -> "已看過，沒有意見。";
            default -> "看过了，没有意见。";
        };
    }

    private Answer correct(BusinessNumber number, DemoRequest request, DemoRequest.Step step, String key) {
        var before = filed.get(request.key());
        var text = step.text("text");
        filed.put(
                request.key(),
                new Filed(number, before.version() + 1, text, before.attachments(), before.from(), before.until()));
        return submit(
                new PersonId(request.requester()),
                only(number, AuthoriseSpeaking.CORRECT_REQUEST),
                key,
                Map.of(
                        "basedOn", before.version(),
                        "text", text,
                        "note", step.text("note"),
                        "contentClasses", request.contentClasses(),
                        "attachments", before.attachments(),
                        "windowFrom", before.from(),
                        "windowUntil", before.until()));
    }

    private Answer publish(BusinessNumber number, DemoRequest request, DemoRequest.Step step, String key) {
        var text = step.optional("text");
        var fields = new HashMap<String, @Nullable Object>();
        fields.put("link", step.optional("link"));
        fields.put("publishedAt", local(clock.instant()).toString());
        fields.put("publishedText", text == null ? filed.get(request.key()).text() : text);
        return submit(
                new PersonId(request.requester()), only(number, AuthoriseSpeaking.REPORT_PUBLICATION), key, fields);
    }

    private Answer examine(BusinessNumber number, DemoRequest.Step step, String key) {
        var item = only(number, AuthoriseSpeaking.EXAMINE_DIFFERENCE);
        return submit(
                claim(item, Set.of()), item, key, Map.of("decision", step.text("decision"), "note", step.text("note")));
    }

    private Answer asReviewer(
            DemoRequest request, DemoRequest.Step step, BiFunction<PersonId, WorkItem, Answer> action) {
        var number = filed.get(request.key()).number();
        var receivers = request.story().stream()
                .map(other -> other.optional("to"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var seat = step.text("as");
        var item = workList.of(number).stream()
                .filter(open -> open.element().equals(AuthoriseSpeaking.REVIEW_REQUEST))
                .filter(open -> seat.equals("LINE_MANAGER")
                        ? open.groups().isEmpty() || open.groups().contains(Role.COMMUNICATIONS_LEAD)
                        : open.groups().contains(Role.valueOf(seat)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(seat + " has nothing to review in " + number));
        return action.apply(claim(item, receivers), item);
    }

    /**
     * Different matters fall to different colleagues.
     *
     * @param except personnel numbers of those to whom it will be handed over
     */
    private PersonId claim(WorkItem item, Set<String> except) {
        if (item.assignee() != null) {
            return item.assignee();
        }
        var candidates = item.groups().stream()
                .flatMap(role -> people.holders(role).stream())
                .filter(person -> workList.mayAct(person, item))
                .filter(person -> !except.contains(person.value()))
                .sorted()
                .toList();
        var chosen = candidates.get(Math.floorMod(item.matter().hashCode(), candidates.size()));
        workList.claim(chosen, item.taskId());
        return chosen;
    }

    private Answer submit(PersonId person, WorkItem item, String key, Map<String, ?> fields) {
        return door.submit(person, item.taskId(), key, fields);
    }

    private WorkItem only(BusinessNumber number, String element) {
        return workList.of(number).stream()
                .filter(item -> item.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No open " + element + " in " + number));
    }

    private LocalDateTime local(Instant instant) {
        return instant.atZone(calendar.zone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    private static Duration minutes(double hours) {
        return Duration.ofMinutes(Math.round(hours * 60));
    }

    private static String key(String request, String step) {
        return Sha256.of("demo/" + request + "/" + step).value();
    }
}
