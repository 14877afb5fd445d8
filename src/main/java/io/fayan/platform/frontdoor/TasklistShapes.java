package io.fayan.platform.frontdoor;

import io.fayan.kernel.Role;
import io.fayan.platform.security.PersonDirectory;
import io.fayan.platform.web.Texts;
import io.fayan.platform.worklist.WorkList.Filter;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Our rows as Tasklist expects to find them, named in the reader's language. */
@Component
class TasklistShapes {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private final Models models;
    private final PersonDirectory people;
    private final Texts texts;

    TasklistShapes(Models models, PersonDirectory people, Texts texts) {
        this.models = models;
        this.people = people;
        this.texts = texts;
    }

    /** Keeps its order and may hold nulls, as Tasklist's shapes do. */
    static class Shape extends LinkedHashMap<String, @Nullable Object> {

        private final Map<String, Object> links = new LinkedHashMap<>();

        Shape with(String name, @Nullable Object value) {
            put(name, value);
            return this;
        }

        Shape linked(String name, String address) {
            links.put(name, Map.of("href", address));
            return with("_links", links);
        }
    }

    Shape profile(PersonDirectory.Entry entry) {
        // Tasklist joins first and last name with a space, which no Chinese name has.
        return new Shape()
                .with("id", entry.id().value())
                .with("firstName", entry.name())
                .with("lastName", "")
                .with("email", null);
    }

    static String id(Filter filter) {
        return filter.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Shape filter(Filter filter) {
        var id = id(filter);
        var properties = new Shape()
                .with("color", filter == Filter.OVERDUE ? "#b5322a" : "#51606f")
                .with("priority", (filter.ordinal() + 1) * 10)
                .with("description", texts.say("frontdoor.filter." + id + ".help"))
                .with("refresh", true)
                .with("showUndefinedVariable", false)
                .with(
                        "variables",
                        List.of(
                                Map.of("name", "number", "label", texts.say("frontdoor.tasklist.number")),
                                Map.of("name", "subject", "label", texts.say("frontdoor.tasklist.subject"))));
        return new Shape()
                .with("id", id)
                .with("resourceType", "Task")
                .with("name", texts.say("frontdoor.filter." + id))
                .with("owner", null)
                .with("query", Map.of())
                .with("properties", properties);
    }

    /** @param total of all pages */
    Shape list(List<WorkItem> items, long total) {
        var embedded = embedded(items);
        embedded.with("task", items.stream().map(this::listed).toList());
        return new Shape().linked("self", "/task").with("_embedded", embedded).with("count", total);
    }

    /** An open task, with whom it is offered to. */
    Shape opened(WorkItem item) {
        var embedded = embedded(List.of(item));
        var links = new ArrayList<Shape>();
        var groups = new ArrayList<Shape>();
        if (item.assignee() != null) {
            // An open task's assignee is read from here, and whether the form may be filled in.
            links.add(identityLink(item, "assignee")
                    .linked("user", "/user/" + item.assignee())
                    .with("userId", item.assignee().value())
                    .with("groupId", null));
            embedded.with("user", embedded.get("assignee"));
        }
        item.groups().stream().sorted().forEach(role -> {
            links.add(identityLink(item, "candidate")
                    .linked("group", "/group/" + role.groupId())
                    .with("userId", null)
                    .with("groupId", role.groupId()));
            groups.add(group(role));
        });
        return task(item).with("_embedded", embedded.with("identityLink", links).with("group", groups));
    }

    private static Shape identityLink(WorkItem item, String type) {
        return new Shape().with("_embedded", null).with("type", type).with("taskId", item.taskId());
    }

    private Shape group(Role role) {
        return new Shape()
                .linked("self", "/group/" + role.groupId())
                .with("_embedded", null)
                .with("id", role.groupId())
                .with("name", texts.say("role." + role.name()))
                .with("type", "WORKFLOW");
    }

    private Shape embedded(List<WorkItem> items) {
        var definitions = items.stream()
                .map(WorkItem::definition)
                .distinct()
                .flatMap(id -> models.definition(id).stream())
                .map(this::embeddedDefinition)
                .toList();
        var assignees =
                items.stream().map(WorkItem::assignee).filter(Objects::nonNull).collect(Collectors.toSet());
        var users = people.find(assignees).values().stream()
                .map(entry ->
                        profile(entry).linked("self", "/user/" + entry.id()).with("_embedded", null))
                .toList();
        return new Shape().with("processDefinition", definitions).with("assignee", users);
    }

    private Shape listed(WorkItem item) {
        var shown = List.of(variable(item, "number", item.matter().value()), variable(item, "subject", item.subject()));
        return task(item).with("_embedded", Map.of("variable", shown));
    }

    private static Shape variable(WorkItem item, String name, String value) {
        return new Shape()
                .linked("self", "/process-instance/" + item.instance() + "/variables/" + name)
                .with("_embedded", null)
                .with("name", name)
                .with("value", value)
                .with("type", "String")
                .with("valueInfo", Map.of());
    }

    private Shape task(WorkItem item) {
        var task = new Shape()
                .linked("self", "/task/" + item.taskId())
                .linked("identityLink", "/task/" + item.taskId() + "/identity-links")
                .linked("processDefinition", "/process-definition/" + item.definition())
                .linked("processInstance", "/process-instance/" + item.instance())
                .with("id", item.taskId())
                .with("name", models.stepName(item.process(), item.element(), language()))
                .with(
                        "assignee",
                        item.assignee() == null ? null : item.assignee().value())
                .with("created", TIME.format(item.createdAt()))
                .with("due", time(item.dueAt()))
                .with("followUp", null)
                .with("delegationState", null)
                .with("description", null)
                .with("executionId", null)
                .with("owner", null)
                .with("parentTaskId", null)
                .with("priority", 50)
                .with("processDefinitionId", item.definition())
                .with("processInstanceId", item.instance())
                .with("taskDefinitionKey", item.element())
                .with("caseExecutionId", null)
                .with("caseInstanceId", null)
                .with("caseDefinitionId", null)
                .with("suspended", false)
                .with("formKey", models.formKey(item.definition(), item.element()))
                .with("camundaFormRef", null)
                .with("tenantId", null);
        return item.assignee() == null ? task : task.linked("assignee", "/user/" + item.assignee());
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }

    Shape definition(ProcessDefinition definition) {
        return named(definition)
                .with("description", texts.say(definition.getKey() + ".help"))
                .with("tenantId", null)
                .with("historyTimeToLive", definition.getHistoryTimeToLive())
                .with("startableInTasklist", true);
    }

    private Shape embeddedDefinition(ProcessDefinition definition) {
        return named(definition)
                .linked("self", "/process-definition/" + definition.getId())
                .with("_embedded", null)
                .with("description", null)
                .with("contextPath", null);
    }

    private Shape named(ProcessDefinition definition) {
        return new Shape()
                .with("id", definition.getId())
                .with("key", definition.getKey())
                .with("category", null)
                .with("name", models.processName(definition.getKey(), language()))
                .with("version", definition.getVersion())
                .with("versionTag", definition.getVersionTag())
                .with("resource", definition.getResourceName())
                .with("deploymentId", definition.getDeploymentId())
                .with("diagram", null)
                .with("suspended", false);
    }

    static Shape formKey(String key) {
        return new Shape().with("key", key).with("camundaFormRef", null).with("contextPath", null);
    }

    Shape started(String definitionId, Answer.Accepted accepted) {
        return new Shape()
                .with("links", List.of())
                .with("id", accepted.instance())
                .with("definitionId", definitionId)
                .with("businessKey", accepted.number())
                .with("ended", false)
                .with("suspended", false);
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
