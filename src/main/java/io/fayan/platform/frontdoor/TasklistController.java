package io.fayan.platform.frontdoor;

import io.fayan.kernel.Role;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.Answer.Kind;
import io.fayan.platform.frontdoor.Answer.Refused;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.PersonDirectory;
import io.fayan.platform.web.Texts;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.Claim;
import io.fayan.platform.worklist.WorkList.Filter;
import io.fayan.platform.worklist.WorkList.Order;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
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
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private final FrontDoor door;
    private final HumanSteps steps;
    private final WorkList workList;
    private final Models models;
    private final PersonDirectory people;
    private final Problems problems;
    private final TasklistConfiguration configuration;
    private final Texts texts;

    TasklistController(
            FrontDoor door,
            HumanSteps steps,
            WorkList workList,
            Models models,
            PersonDirectory people,
            Problems problems,
            TasklistConfiguration configuration,
            Texts texts) {
        this.door = door;
        this.steps = steps;
        this.workList = workList;
        this.models = models;
        this.people = people;
        this.problems = problems;
        this.configuration = configuration;
        this.texts = texts;
    }

    // ---- who is signed in ----

    @GetMapping("/user")
    Map<String, Object> user() {
        return Map.of("userId", CurrentPerson.id().value(), "authorizedApps", List.of("tasklist"));
    }

    @GetMapping("/user/{id}/profile")
    ResponseEntity<?> profile(@PathVariable String id) {
        var person = CurrentPerson.id();
        if (!person.value().equals(id)) {
            return missing();
        }
        return people.find(person)
                .<ResponseEntity<?>>map(entry -> ResponseEntity.ok(profile(entry)))
                .orElseGet(TasklistController::missing);
    }

    private static Map<String, Object> profile(PersonDirectory.Entry entry) {
        // Tasklist joins first and last name with a space, which no Chinese name has.
        return map("id", entry.id().value(), "firstName", entry.name(), "lastName", "", "email", null);
    }

    /** Language and theme are those of the portal; the page's own language decides fonts and the words in our style. */
    @GetMapping("/config.js")
    ResponseEntity<String> configuration(@CookieValue(name = "FAYAN-THEME", required = false) @Nullable String theme) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Type", "text/javascript;charset=UTF-8")
                .body(configuration.in(language(), theme));
    }

    // ---- lists ----

    @GetMapping("/filters")
    List<Map<String, Object>> filters(@RequestParam(defaultValue = "false") boolean itemCount) {
        return Arrays.stream(Filter.values())
                .map(filter -> filter(filter, itemCount))
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
                .filter(candidate -> id(candidate).equals(id))
                .findFirst();
        if (filter.isEmpty()) {
            return missing();
        }
        var order = order(query);
        if (order.isEmpty() || firstResult < 0 || maxResults < 1) {
            return problems.forTasklist(Refused.of(Kind.INVALID, Refusal.because("frontdoor.tasklist.noSearch")));
        }
        var page = workList.list(
                CurrentPerson.id(), filter.get(), order.get(), firstResult, Math.min(maxResults, LARGEST_PAGE));
        return ResponseEntity.ok(hal(page.items(), page.total()));
    }

    /** Only what Tasklist's sorting offers; any other criterion is refused, so no expression ever reaches the engine. */
    private static Optional<Order> order(@Nullable Map<String, Object> query) {
        var order = new Order(Order.By.DUE, true);
        if (query == null) {
            return Optional.of(order);
        }
        for (var criterion : query.entrySet()) {
            switch (criterion.getKey()) {
                case "sorting" -> {
                    var sorting = criterion.getValue();
                    if (!(sorting instanceof List<?> list)
                            || list.size() > 1
                            || (!list.isEmpty() && !(list.get(0) instanceof Map<?, ?>))) {
                        return Optional.empty();
                    }
                    if (!list.isEmpty()) {
                        var first = (Map<?, ?>) list.get(0);
                        var ascending = !"desc".equals(first.get("sortOrder"));
                        var by =
                                switch (String.valueOf(first.get("sortBy"))) {
                                    case "dueDate" -> Order.By.DUE;
                                    case "name" -> Order.By.NAME;
                                    case "created" -> Order.By.CREATED;
                                    default -> null;
                                };
                        if (by == null) {
                            return Optional.empty();
                        }
                        order = new Order(by, ascending);
                    }
                }
                case "active", "firstResult", "maxResults" -> {
                    // Tasklist always sends these; the page is in the address.
                }
                case "processVariables", "taskVariables", "caseInstanceVariables" -> {
                    if (!List.of().equals(criterion.getValue())) {
                        return Optional.empty();
                    }
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(order);
    }

    // ---- one task ----

    /** What Tasklist asks after a submission: is there more for me in the same matter? */
    @GetMapping(path = "/tasks", produces = HAL)
    Map<String, Object> tasks(@RequestParam(required = false) @Nullable String processInstanceId) {
        var mine = workList.assignedTo(CurrentPerson.id()).stream()
                .filter(item -> item.instance().equals(processInstanceId))
                .toList();
        return hal(mine, mine.size());
    }

    @GetMapping(path = "/tasks/{id}", produces = HAL)
    ResponseEntity<?> task(@PathVariable String id) {
        return visible(id)
                .<ResponseEntity<?>>map(item -> {
                    var task = task(item);
                    task.put("_embedded", embedded(List.of(item)));
                    return ResponseEntity.ok(task);
                })
                .orElseGet(TasklistController::missing);
    }

    @GetMapping("/tasks/{id}/form")
    ResponseEntity<?> form(@PathVariable String id) {
        return visible(id)
                .<ResponseEntity<?>>map(
                        item -> ResponseEntity.ok(formKey(models.formKey(item.definition(), item.element()))))
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
    List<Map<String, Object>> definitions() {
        return steps.startable().stream()
                .flatMap(process -> models.latest(process).stream())
                .map(this::definition)
                .toList();
    }

    @GetMapping("/definitions/count")
    Map<String, Object> definitionCount() {
        return Map.of("count", steps.startable().size());
    }

    @GetMapping("/definitions/{id}/form")
    ResponseEntity<?> startForm(@PathVariable String id) {
        return startable(id)
                .<ResponseEntity<?>>map(
                        definition -> ResponseEntity.ok(formKey(models.startFormKey(definition.getId()))))
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
        var accepted = (Accepted) answer;
        return ResponseEntity.ok(map(
                "links",
                List.of(),
                "id",
                accepted.instance(),
                "definitionId",
                id,
                "businessKey",
                accepted.number(),
                "ended",
                false,
                "suspended",
                false));
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

    // ---- shapes ----

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

    private static String id(Filter filter) {
        return filter.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Map<String, Object> filter(Filter filter, boolean itemCount) {
        var id = id(filter);
        var properties = map(
                "color",
                filter == Filter.OVERDUE ? "#b5322a" : "#51606f",
                "priority",
                (filter.ordinal() + 1) * 10,
                "description",
                texts.say("frontdoor.filter." + id + ".help"),
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(
                        Map.of("name", "number", "label", texts.say("frontdoor.tasklist.number")),
                        Map.of("name", "subject", "label", texts.say("frontdoor.tasklist.subject"))));
        var shape = map(
                "id",
                id,
                "resourceType",
                "Task",
                "name",
                texts.say("frontdoor.filter." + id),
                "owner",
                null,
                "query",
                Map.of(),
                "properties",
                properties);
        if (itemCount) {
            shape.put("itemCount", workList.count(CurrentPerson.id(), filter));
        }
        return shape;
    }

    private Map<String, Object> hal(List<WorkItem> items, long total) {
        var embedded = embedded(items);
        embedded.put("task", items.stream().map(this::listed).toList());
        return map("_links", Map.of("self", Map.of("href", "/task")), "_embedded", embedded, "count", total);
    }

    private Map<String, Object> embedded(List<WorkItem> items) {
        var embedded = new LinkedHashMap<String, Object>();
        embedded.put(
                "processDefinition",
                items.stream()
                        .map(WorkItem::definition)
                        .distinct()
                        .flatMap(id -> models.definition(id).stream())
                        .map(this::embeddedDefinition)
                        .toList());
        var assignees = items.stream()
                .map(WorkItem::assignee)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        var users = people.find(assignees).values().stream()
                .map(entry -> {
                    var user = profile(entry);
                    user.put("_links", Map.of("self", Map.of("href", "/user/" + entry.id())));
                    user.put("_embedded", null);
                    return user;
                })
                .toList();
        embedded.put("assignee", users);
        if (items.size() == 1) {
            var item = items.get(0);
            var links = new ArrayList<Map<String, Object>>();
            var groups = new ArrayList<Map<String, Object>>();
            if (item.assignee() != null) {
                // An open task's assignee is read from here, and whether the form may be filled in.
                links.add(map(
                        "_links",
                        Map.of("user", Map.of("href", "/user/" + item.assignee())),
                        "_embedded",
                        null,
                        "type",
                        "assignee",
                        "userId",
                        item.assignee().value(),
                        "groupId",
                        null,
                        "taskId",
                        item.taskId()));
                embedded.put("user", users);
            }
            item.groups().stream().sorted().forEach(role -> {
                links.add(map(
                        "_links",
                        Map.of("group", Map.of("href", "/group/" + role.groupId())),
                        "_embedded",
                        null,
                        "type",
                        "candidate",
                        "userId",
                        null,
                        "groupId",
                        role.groupId(),
                        "taskId",
                        item.taskId()));
                groups.add(map(
                        "_links", Map.of("self", Map.of("href", "/group/" + role.groupId())),
                        "_embedded", null,
                        "id", role.groupId(),
                        "name", groupName(role),
                        "type", "WORKFLOW"));
            });
            embedded.put("identityLink", links);
            embedded.put("group", groups);
        }
        return embedded;
    }

    private String groupName(Role role) {
        return texts.say("role." + role.name());
    }

    private Map<String, Object> listed(WorkItem item) {
        var task = task(item);
        task.put(
                "_embedded",
                Map.of(
                        "variable",
                        List.of(
                                variable(item, "number", item.matter().value()),
                                variable(item, "subject", item.subject()))));
        return task;
    }

    private static Map<String, Object> variable(WorkItem item, String name, String value) {
        return map(
                "_links",
                Map.of("self", Map.of("href", "/process-instance/" + item.instance() + "/variables/" + name)),
                "_embedded",
                null,
                "name",
                name,
                "value",
                value,
                "type",
                "String",
                "valueInfo",
                Map.of());
    }

    private Map<String, Object> task(WorkItem item) {
        var links = new LinkedHashMap<String, Object>();
        links.put("self", Map.of("href", "/task/" + item.taskId()));
        links.put("identityLink", Map.of("href", "/task/" + item.taskId() + "/identity-links"));
        links.put("processDefinition", Map.of("href", "/process-definition/" + item.definition()));
        links.put("processInstance", Map.of("href", "/process-instance/" + item.instance()));
        if (item.assignee() != null) {
            links.put("assignee", Map.of("href", "/user/" + item.assignee()));
        }
        var task = map(
                "id",
                item.taskId(),
                "name",
                models.stepName(item.process(), item.element(), language()),
                "assignee",
                item.assignee() == null ? null : item.assignee().value(),
                "created",
                TIME.format(item.createdAt()),
                "due",
                time(item.dueAt()),
                "followUp",
                null,
                "delegationState",
                null,
                "description",
                null,
                "executionId",
                null,
                "owner",
                null,
                "parentTaskId",
                null,
                "priority",
                50,
                "processDefinitionId",
                item.definition(),
                "processInstanceId",
                item.instance(),
                "taskDefinitionKey",
                item.element(),
                "caseExecutionId",
                null,
                "caseInstanceId",
                null,
                "caseDefinitionId",
                null,
                "suspended",
                false,
                "formKey",
                models.formKey(item.definition(), item.element()),
                "camundaFormRef",
                null,
                "tenantId",
                null);
        task.put("_links", links);
        return task;
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }

    private Map<String, Object> definition(ProcessDefinition definition) {
        return map(
                "id", definition.getId(),
                "key", definition.getKey(),
                "category", null,
                "description", texts.say(definition.getKey() + ".help"),
                "name", models.processName(definition.getKey(), language()),
                "version", definition.getVersion(),
                "resource", definition.getResourceName(),
                "deploymentId", definition.getDeploymentId(),
                "diagram", null,
                "suspended", false,
                "tenantId", null,
                "versionTag", definition.getVersionTag(),
                "historyTimeToLive", definition.getHistoryTimeToLive(),
                "startableInTasklist", true);
    }

    private Map<String, Object> embeddedDefinition(ProcessDefinition definition) {
        var shape = map(
                "_links", Map.of("self", Map.of("href", "/process-definition/" + definition.getId())),
                "_embedded", null,
                "id", definition.getId(),
                "key", definition.getKey(),
                "category", null,
                "description", null,
                "name", models.processName(definition.getKey(), language()),
                "versionTag", definition.getVersionTag(),
                "version", definition.getVersion(),
                "resource", definition.getResourceName(),
                "deploymentId", definition.getDeploymentId(),
                "diagram", null,
                "suspended", false,
                "contextPath", null);
        return shape;
    }

    private static Map<String, Object> formKey(String key) {
        return map("key", key, "camundaFormRef", null, "contextPath", null);
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    /** Tasklist knows this sentence and says it in the reader's language. */
    private static ResponseEntity<?> missing() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(Map.of("type", "InvalidRequestException", "message", "No matching task with this id"));
    }

    /** A map that keeps its order and may hold nulls, as Tasklist's shapes do. */
    private static Map<String, Object> map(@Nullable Object... entries) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
