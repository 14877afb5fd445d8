package io.fayan.platform.frontdoor;

import io.fayan.kernel.Role;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.Answer.Kind;
import io.fayan.platform.frontdoor.Answer.Refused;
import io.fayan.platform.frontdoor.TasklistShapes.Shape;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.PersonDirectory;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Claim;
import io.fayan.platform.worklist.WorkList.Filter;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers Tasklist's calls in the shapes it expects, from our rows and in the reader's language. Reached by forward only. */
@RestController
@RequestMapping("/internal/tasklist")
class TasklistController {

    private static final String HAL = "application/hal+json";
    private static final int LARGEST_PAGE = 50;

    private final FrontDoor door;
    private final HumanSteps steps;
    private final WorkList workList;
    private final Models models;
    private final PersonDirectory people;
    private final Problems problems;
    private final ApplicationScripts scripts;
    private final TasklistShapes shapes;

    TasklistController(
            FrontDoor door,
            HumanSteps steps,
            WorkList workList,
            Models models,
            PersonDirectory people,
            Problems problems,
            ApplicationScripts scripts,
            TasklistShapes shapes) {
        this.door = door;
        this.steps = steps;
        this.workList = workList;
        this.models = models;
        this.people = people;
        this.problems = problems;
        this.scripts = scripts;
        this.shapes = shapes;
    }

    // ---- who is signed in ----

    @GetMapping("/user")
    Map<String, Object> user() {
        return Map.of(
                "userId",
                CurrentPerson.id().value(),
                "authorizedApps",
                CurrentPerson.has(Role.OPERATIONS) ? List.of("tasklist", "cockpit") : List.of("tasklist"));
    }

    @GetMapping("/user/{id}/profile")
    ResponseEntity<?> profile(@PathVariable String id) {
        var person = CurrentPerson.id();
        if (!person.value().equals(id)) {
            return missing();
        }
        return people.find(person)
                .<ResponseEntity<?>>map(entry -> ResponseEntity.ok(shapes.profile(entry)))
                .orElseGet(TasklistController::missing);
    }

    @GetMapping("/config.js")
    ResponseEntity<String> configuration(@CookieValue(name = "FAYAN-THEME", required = false) @Nullable String theme) {
        return scripts.tasklist(language(), theme);
    }

    // ---- lists ----

    @GetMapping("/filters")
    List<Shape> filters(@RequestParam(defaultValue = "false") boolean itemCount) {
        return Arrays.stream(Filter.values())
                .map(filter -> itemCount
                        ? shapes.filter(filter).with("itemCount", workList.count(CurrentPerson.id(), filter))
                        : shapes.filter(filter))
                .toList();
    }

    @GetMapping("/filters/count")
    Map<String, Object> filterCount() {
        return Map.of("count", Filter.values().length);
    }

    /** Without a link "create", Tasklist offers no filter of one's own. */
    @RequestMapping(path = "/filters/options", method = RequestMethod.OPTIONS)
    Map<String, Object> filterOptions() {
        return Map.of("links", List.of());
    }

    @PostMapping(path = "/filters/{id}/list", produces = HAL)
    ResponseEntity<?> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int firstResult,
            @RequestParam(defaultValue = "15") int maxResults,
            @RequestBody(required = false) @Nullable Map<String, Object> query) {
        var filter = Arrays.stream(Filter.values())
                .filter(candidate -> TasklistShapes.id(candidate).equals(id))
                .findFirst();
        if (filter.isEmpty()) {
            return missing();
        }
        var order = TasklistQuery.order(query);
        if (order.isEmpty() || firstResult < 0 || maxResults < 1) {
            return problems.forTasklist(Refused.of(Kind.INVALID, Refusal.because("frontdoor.tasklist.noSearch")));
        }
        var page = workList.list(
                CurrentPerson.id(), filter.get(), order.get(), firstResult, Math.min(maxResults, LARGEST_PAGE));
        return ResponseEntity.ok(shapes.list(page.items(), page.total()));
    }

    // ---- one task ----

    /** What Tasklist asks after a submission: is there more for me in the same matter? */
    @GetMapping(path = "/tasks", produces = HAL)
    Shape tasks(@RequestParam(required = false) @Nullable String processInstanceId) {
        var mine = workList.assignedTo(CurrentPerson.id()).stream()
                .filter(item -> item.instance().equals(processInstanceId))
                .toList();
        return shapes.list(mine, mine.size());
    }

    @GetMapping(path = "/tasks/{id}", produces = HAL)
    ResponseEntity<?> task(@PathVariable String id) {
        return visible(id)
                .<ResponseEntity<?>>map(item -> ResponseEntity.ok(shapes.opened(item)))
                .orElseGet(TasklistController::missing);
    }

    @GetMapping("/tasks/{id}/form")
    ResponseEntity<?> form(@PathVariable String id) {
        return visible(id)
                .<ResponseEntity<?>>map(item ->
                        ResponseEntity.ok(TasklistShapes.formKey(models.formKey(item.definition(), item.element()))))
                .orElseGet(TasklistController::missing);
    }

    @PostMapping("/tasks/{id}/claim")
    ResponseEntity<?> claim(
            @PathVariable String id, @RequestBody(required = false) @Nullable Map<String, Object> body) {
        var person = CurrentPerson.id();
        // Whom Tasklist names does not matter: people claim for themselves.
        return claimed(workList.claim(person, id));
    }

    @PostMapping("/tasks/{id}/unclaim")
    ResponseEntity<?> unclaim(@PathVariable String id) {
        return claimed(workList.unclaim(CurrentPerson.id(), id));
    }

    private ResponseEntity<?> claimed(Claim claim) {
        return switch (claim) {
            case DONE -> ResponseEntity.noContent().build();
            case NOT_OPEN, NOT_YOURS -> refusedClaim("frontdoor.taskOver");
            case TAKEN -> refusedClaim("frontdoor.taskTaken");
            case CONFLICT -> refusedClaim("frontdoor.conflict");
        };
    }

    private ResponseEntity<?> refusedClaim(String message) {
        return problems.forTasklist(Refused.of(Kind.FORBIDDEN, Refusal.because(message)));
    }

    @ExceptionHandler(SuspendedEntityInteractionException.class)
    ResponseEntity<?> paused() {
        return problems.forTasklist(Refused.of(Kind.FORBIDDEN, FrontDoor.PAUSED));
    }

    @PostMapping("/tasks/{id}/submission")
    ResponseEntity<?> submit(@PathVariable String id, @RequestBody Map<String, Object> form) {
        var fields = fields(form);
        var answer = keyed(fields, key -> door.submit(CurrentPerson.id(), id, key, fields));
        return answer instanceof Refused refused
                ? problems.forTasklist(refused)
                : ResponseEntity.noContent().build();
    }

    // ---- starting ----

    @GetMapping("/definitions")
    List<Shape> definitions() {
        return steps.startable().stream()
                .flatMap(process -> models.latest(process).stream())
                .map(shapes::definition)
                .toList();
    }

    @GetMapping("/definitions/count")
    Map<String, Object> definitionCount() {
        return Map.of("count", steps.startable().size());
    }

    @GetMapping("/definitions/{id}/form")
    ResponseEntity<?> startForm(@PathVariable String id) {
        return startable(id)
                .<ResponseEntity<?>>map(definition ->
                        ResponseEntity.ok(TasklistShapes.formKey(models.startFormKey(definition.getId()))))
                .orElseGet(TasklistController::missing);
    }

    @GetMapping("/definitions/{id}/diagram")
    ResponseEntity<?> diagram(@PathVariable String id) {
        return models.definition(id)
                .<ResponseEntity<?>>map(definition -> ResponseEntity.ok(
                        Map.of("id", id, "bpmn20Xml", models.diagramOf(definition.getId(), language()))))
                .orElseGet(TasklistController::missing);
    }

    @PostMapping("/definitions/{id}/submission")
    ResponseEntity<?> start(@PathVariable String id, @RequestBody Map<String, Object> form) {
        var definition = startable(id);
        if (definition.isEmpty()) {
            return missing();
        }
        var fields = fields(form);
        var answer = keyed(
                fields, key -> door.start(CurrentPerson.id(), definition.get().getKey(), key, fields));
        if (answer instanceof Refused refused) {
            return problems.forTasklist(refused);
        }
        return ResponseEntity.ok(shapes.started(id, (Accepted) answer));
    }

    // ---- what Tasklist asks and we have nothing to say to ----

    @GetMapping("/nothing")
    Map<String, Object> nothing() {
        return Map.of();
    }

    @GetMapping("/none")
    List<Object> none() {
        return List.of();
    }

    @GetMapping("/zero")
    Map<String, Object> zero() {
        return Map.of("count", 0);
    }

    // ---- what the calls share ----

    private static Answer keyed(Map<String, Object> fields, Function<String, Answer> command) {
        var key = fields.remove(SubmissionKey.FIELD);
        return key instanceof String text && SubmissionKey.valid(text)
                ? command.apply(text)
                : Refused.of(Kind.INVALID, Refusal.because("frontdoor.keyInvalid"));
    }

    /** {@code {"variables": {"name": {"value": …, "type": …}}}} as names and values. */
    private static Map<String, Object> fields(Map<String, Object> form) {
        var fields = new LinkedHashMap<String, Object>();
        if (form.get("variables") instanceof Map<?, ?> variables) {
            variables.forEach((name, variable) -> fields.put(
                    String.valueOf(name), variable instanceof Map<?, ?> typed ? typed.get("value") : variable));
        }
        return fields;
    }

    private Optional<WorkItem> visible(String id) {
        return workList.find(id).filter(item -> workList.mayAct(CurrentPerson.id(), item));
    }

    private Optional<ProcessDefinition> startable(String definitionId) {
        return models.definition(definitionId)
                .filter(definition -> steps.startable().contains(definition.getKey()));
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    /** Tasklist knows this sentence and says it in the reader's language. */
    private static ResponseEntity<?> missing() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(Map.of("type", "InvalidRequestException", "message", "No matching task with this id"));
    }
}
