package io.fayan.architecture;

import io.fayan.kernel.Role;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LaneSet;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConnector;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One process model held against the conventions of docs/modelling.md. Answers what is wrong, in words. */
final class ModelCheck {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern GENERATED = Pattern.compile(".*_[01][a-z0-9]{6}|.*[0-9a-f]{8}-[0-9a-f]{4}-.*");
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z]*_[a-z][A-Za-z0-9]*");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern ROOT =
            Pattern.compile("(?<![\\w.'\"])([a-zA-Z_]\\w*)(?:\\s*\\.\\s*(\\w+)\\s*(\\()?)?");
    private static final Pattern FORM = Pattern.compile("embedded:/(forms/[a-z0-9/-]+\\.html)");
    private static final Pattern MESSAGE = Pattern.compile("([a-z]+)\\.[a-z][A-Za-z]*");

    /** What expressions see besides our beans. */
    private static final Set<String> ENGINE = Set.of("execution", "task", "externalTask", "now", "dateTime");

    private static final Set<String> WORDS = Set.of(
            "true", "false", "null", "and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod");

    /** The prefix of each kind of element; kinds not listed have any word. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("sequenceFlow", "flow"),
            Map.entry("exclusiveGateway", "gateway"),
            Map.entry("inclusiveGateway", "gateway"),
            Map.entry("parallelGateway", "gateway"),
            Map.entry("eventBasedGateway", "gateway"),
            Map.entry("intermediateCatchEvent", "intermediateEvent"),
            Map.entry("intermediateThrowEvent", "intermediateEvent"));

    private static final Set<String> NAMED_BY_KIND = Set.of(
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "textAnnotation",
            "association",
            "message",
            "signal",
            "error",
            "escalation");

    /**
     * @param forms where form files lie
     * @param modules first parts of message names
     */
    record World(
            Map<String, Class<?>> beans,
            Set<String> processes,
            Set<String> tables,
            Set<String> clauses,
            Set<String> modules,
            Path forms) {}

    private final String stem;
    private final BpmnModelInstance model;
    private final World world;
    private final List<String> findings = new ArrayList<>();

    private ModelCheck(String stem, BpmnModelInstance model, World world) {
        this.stem = stem;
        this.model = model;
        this.world = world;
    }

    static List<String> findings(String stem, BpmnModelInstance model, World world) {
        var check = new ModelCheck(stem, model, world);
        check.process();
        check.ids();
        check.labels();
        check.documentation();
        check.references();
        check.forbidden();
        check.transactions();
        check.drawing();
        return check.findings;
    }

    private void process() {
        var processes = all(Process.class);
        if (processes.size() != 1) {
            found(stem, "one file holds one process");
            return;
        }
        var process = processes.iterator().next();
        require(process.getId().equals(stem), process.getId(), "the process id is the file's stem, " + stem);
        require(process.getId().matches("[a-z]+(-[a-z]+)*"), process.getId(), "a process id is in kebab-case");
        require(process.isExecutable(), process.getId(), "is not executable");
        require(!blank(process.getCamundaVersionTag()), process.getId(), "has no version tag");
        require(!blank(process.getCamundaHistoryTimeToLiveString()), process.getId(), "has no history time to live");
        require(
                !blank(process.getName()) && sentenceCase(process.getName()),
                process.getId(),
                "has no name in sentence case");
        for (var message : all(Message.class)) {
            var name = message.getName();
            var shape = MESSAGE.matcher(name == null ? "" : name);
            require(
                    shape.matches() && world.modules().contains(shape.group(1)),
                    message.getId(),
                    "a message is named <module>.<pastTenseFact>, not " + name);
        }
    }

    private void ids() {
        for (var element : elements(model.getDocument().getRootElement())) {
            var id = element.getAttribute("id");
            var kind = element.getLocalName();
            if (id == null
                    || kind.equals("process")
                    || element.getNamespaceURI().contains("/DI")
                    || element.getNamespaceURI().contains("/DD/")) {
                continue;
            }
            require(!GENERATED.matcher(id).matches(), id, "the id was generated");
            require(ID.matcher(id).matches(), id, "an id is <type>_<camelCase>");
            var prefix = PREFIXES.getOrDefault(kind, NAMED_BY_KIND.contains(kind) ? kind : null);
            require(
                    prefix == null || id.startsWith(prefix + "_"),
                    id,
                    "the id of a " + kind + " begins with " + prefix + "_");
        }
    }

    private void labels() {
        for (var node : all(FlowNode.class)) {
            var join = node instanceof Gateway && outgoing(node).size() == 1;
            if (blank(node.getName())) {
                require(join, node.getId(), "has no label");
                continue;
            }
            require(sentenceCase(node.getName()), node.getId(), "the label is not in sentence case: " + node.getName());
            if (node instanceof Task || node instanceof CallActivity) {
                require(
                        node.getName().contains(" "),
                        node.getId(),
                        "a task is a verb and an object: " + node.getName());
            }
            if (splits(node)) {
                require(node.getName().endsWith("?"), node.getId(), "a split asks a question: " + node.getName());
            }
        }
        for (var flow : all(SequenceFlow.class)) {
            if (splits(flow.getSource()) || flow.getConditionExpression() != null) {
                require(!blank(flow.getName()), flow.getId(), "a flow that answers a question has a label");
            }
            require(
                    blank(flow.getName()) || sentenceCase(flow.getName()),
                    flow.getId(),
                    "the label is not in sentence case: " + flow.getName());
        }
        for (var gateway : all(ExclusiveGateway.class)) {
            if (splits(gateway)) {
                require(gateway.getDefault() != null, gateway.getId(), "has no default flow");
                outgoing(gateway).stream()
                        .filter(flow -> !flow.equals(gateway.getDefault()))
                        .forEach(flow ->
                                require(flow.getConditionExpression() != null, flow.getId(), "has no condition"));
            }
        }
    }

    private void documentation() {
        for (var element : all(FlowElement.class)) {
            if (element instanceof UserTask || element instanceof ServiceTask || element instanceof CallActivity) {
                cites(element.getId(), element.getDocumentations());
            }
        }
        all(Process.class).forEach(process -> cites(process.getId(), process.getDocumentations()));
    }

    private void cites(String id, Collection<Documentation> documentations) {
        if (documentations.isEmpty()) {
            found(id, "has no documentation that cites a clause");
            return;
        }
        var cited = Citation.of(documentations.iterator().next().getTextContent());
        require(!cited.isEmpty(), id, "the documentation does not begin with a clause, \"3.1.d: …\"");
        cited.stream()
                .filter(clause -> !world.clauses().contains(clause))
                .forEach(clause -> found(id, "there is no clause " + clause));
    }

    private void references() {
        for (var task : all(ServiceTask.class)) {
            var delegate = task.getCamundaDelegateExpression();
            if (blank(delegate)) {
                require(
                        !blank(task.getCamundaExpression()),
                        task.getId(),
                        "names no bean: delegateExpression or expression");
            } else {
                var name = delegate.replaceAll("[$#]\\{\\s*(\\w+)\\s*}", "$1");
                var type = world.beans().get(name);
                require(type != null, task.getId(), "there is no bean " + delegate);
                require(
                        type == null || JavaDelegate.class.isAssignableFrom(type),
                        task.getId(),
                        name + " is no JavaDelegate");
            }
        }
        for (var task : all(UserTask.class)) {
            form(task.getId(), task.getCamundaFormKey());
            require(
                    !blank(task.getCamundaAssignee()) || !blank(task.getCamundaCandidateGroups()),
                    task.getId(),
                    "is offered to nobody");
            if (!blank(task.getCamundaCandidateGroups())
                    && !task.getCamundaCandidateGroups().contains("{")) {
                for (var group : task.getCamundaCandidateGroups().split("\\s*,\\s*")) {
                    require(
                            Arrays.stream(Role.values())
                                    .anyMatch(role -> role.groupId().equals(group)),
                            task.getId(),
                            "no role has the group " + group);
                }
            }
        }
        for (var start : all(StartEvent.class)) {
            if (start.getCamundaFormKey() != null) {
                form(start.getId(), start.getCamundaFormKey());
            }
        }
        for (var call : all(CallActivity.class)) {
            require(
                    world.processes().contains(String.valueOf(call.getCalledElement())),
                    call.getId(),
                    "there is no process " + call.getCalledElement());
            var ins = call.getExtensionElements() == null
                    ? List.<CamundaIn>of()
                    : call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list();
            require(
                    ins.stream().anyMatch(in -> !blank(in.getCamundaBusinessKey())),
                    call.getId(),
                    "passes no business key");
        }
        for (var task : all(BusinessRuleTask.class)) {
            require(
                    world.tables().contains(String.valueOf(task.getCamundaDecisionRef())),
                    task.getId(),
                    "there is no table " + task.getCamundaDecisionRef());
        }
        for (var element : elements(model.getDocument().getRootElement())) {
            var id = nearestId(element);
            for (var attribute : List.of(
                    "assignee",
                    "candidateUsers",
                    "candidateGroups",
                    "dueDate",
                    "followUpDate",
                    "collection",
                    "expression",
                    "businessKey",
                    "source",
                    "sourceExpression",
                    "calledElementBusinessKey")) {
                var value = element.getAttribute(CAMUNDA, attribute);
                if (value != null) {
                    beansIn(id, value);
                }
            }
            if (Set.of(
                            "conditionExpression",
                            "timeDate",
                            "timeDuration",
                            "timeCycle",
                            "completionCondition",
                            "condition",
                            "loopCardinality")
                    .contains(element.getLocalName())) {
                beansIn(id, element.getTextContent());
            }
        }
    }

    private void form(String id, String key) {
        var shape = FORM.matcher(String.valueOf(key));
        if (!shape.matches()) {
            found(id, "a form key is embedded:/forms/<capability>/<task>.html, not " + key);
        } else {
            require(
                    Files.isRegularFile(world.forms().resolveSibling(shape.group(1))),
                    id,
                    "there is no file " + shape.group(1));
        }
    }

    /** Names before a dot are beans with that method; a bare name is a variable. */
    private void beansIn(String id, String text) {
        EXPRESSION.matcher(text).results().forEach(expression -> {
            var plain = expression.group(1).replaceAll("'[^']*'|\"[^\"]*\"", "''");
            ROOT.matcher(plain).results().filter(root -> root.group(2) != null).forEach(root -> {
                var bean = root.group(1);
                if (ENGINE.contains(bean) || WORDS.contains(bean)) {
                    return;
                }
                var type = world.beans().get(bean);
                if (type == null) {
                    found(id, "there is no bean " + bean);
                } else {
                    require(
                            methods(type).anyMatch(method -> method.getName().equals(root.group(2))),
                            id,
                            bean + " has no method " + root.group(2));
                }
            });
        });
    }

    private static Stream<Method> methods(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredMethods()));
    }

    private void forbidden() {
        all(ScriptTask.class).forEach(one -> found(one.getId(), "no script tasks"));
        all(CamundaScript.class).forEach(one -> found(nearestId(one.getDomElement()), "no scripts"));
        all(CamundaConnector.class).forEach(one -> found(nearestId(one.getDomElement()), "no connectors"));
        all(LaneSet.class).forEach(one -> found(String.valueOf(one.getId()), "no lanes: groups do that"));
        for (var element : elements(model.getDocument().getRootElement())) {
            require(
                    element.getAttribute(CAMUNDA, "class") == null,
                    nearestId(element),
                    "names a class instead of a bean");
            require(
                    element.getAttribute(CAMUNDA, "resultVariable") == null,
                    nearestId(element),
                    "a result is an outcome of a delegate");
            require(element.getAttribute("language") == null, nearestId(element), "no scripts in conditions");
        }
        all(CamundaIn.class)
                .forEach(in -> require(
                        !"all".equals(in.getCamundaVariables()),
                        nearestId(in.getDomElement()),
                        "variables are passed by name"));
        all(CamundaOut.class)
                .forEach(out -> require(
                        !"all".equals(out.getCamundaVariables()),
                        nearestId(out.getDomElement()),
                        "variables are passed by name"));
    }

    /** A human action runs to the next wait state in one transaction. */
    private void transactions() {
        for (var node : all(FlowNode.class)) {
            if (node instanceof UserTask || node instanceof Gateway) {
                require(
                        !node.isCamundaAsyncBefore() && !node.isCamundaAsyncAfter(),
                        node.getId(),
                        "no async continuation at user tasks and gateways");
            }
        }
    }

    // --- the drawing

    private record Box(String id, double left, double top, double right, double bottom) {

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean contains(Box other) {
            return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
        }

        /** The border alone does not count. */
        boolean crossedBy(Line line) {
            return line.left() < right - 1
                    && line.right() > left + 1
                    && line.top() < bottom - 1
                    && line.bottom() > top + 1;
        }

        boolean touches(double x, double y) {
            return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
        }
    }

    private record Line(double x1, double y1, double x2, double y2) {

        boolean straight() {
            return Math.abs(x1 - x2) < 0.5 || Math.abs(y1 - y2) < 0.5;
        }

        double left() {
            return Math.min(x1, x2);
        }

        double right() {
            return Math.max(x1, x2);
        }

        double top() {
            return Math.min(y1, y2);
        }

        double bottom() {
            return Math.max(y1, y2);
        }

        boolean crosses(Line other) {
            return left() < other.right() - 1
                            && right() > other.left() + 1
                            && top() < other.bottom() - 1
                            && bottom() > other.top() + 1
                    || crossesAt(other)
                    || other.crossesAt(this);
        }

        /** This one lies, that one stands. */
        private boolean crossesAt(Line upright) {
            return Math.abs(y1 - y2) < 0.5
                    && Math.abs(upright.x1 - upright.x2) < 0.5
                    && upright.x1 > left() + 1
                    && upright.x1 < right() - 1
                    && y1 > upright.top() + 1
                    && y1 < upright.bottom() - 1;
        }
    }

    private void drawing() {
        var boxes = new LinkedHashMap<String, Box>();
        for (var shape : all(BpmnShape.class)) {
            if (shape.getBpmnElement() == null || shape.getBounds() == null) {
                found(shape.getId(), "a shape stands for an element and has bounds");
                continue;
            }
            var bounds = shape.getBounds();
            var id = shape.getBpmnElement().getId();
            boxes.put(
                    id,
                    new Box(
                            id,
                            bounds.getX(),
                            bounds.getY(),
                            bounds.getX() + bounds.getWidth(),
                            bounds.getY() + bounds.getHeight()));
        }
        all(FlowNode.class).forEach(node -> require(boxes.containsKey(node.getId()), node.getId(), "is not drawn"));
        all(TextAnnotation.class)
                .forEach(note -> require(boxes.containsKey(note.getId()), note.getId(), "is not drawn"));

        overlaps(new ArrayList<>(boxes.values()));

        var lines = new LinkedHashMap<String, List<Line>>();
        for (var edge : all(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                var points = new ArrayList<>(edge.getWaypoints());
                var drawn = new ArrayList<Line>();
                for (var i = 1; i < points.size(); i++) {
                    drawn.add(new Line(
                            points.get(i - 1).getX(),
                            points.get(i - 1).getY(),
                            points.get(i).getX(),
                            points.get(i).getY()));
                }
                lines.put(flow.getId(), drawn);
            }
        }
        for (var flow : all(SequenceFlow.class)) {
            var drawn = lines.getOrDefault(flow.getId(), List.of());
            if (drawn.isEmpty()) {
                found(flow.getId(), "is not drawn");
                continue;
            }
            require(drawn.stream().allMatch(Line::straight), flow.getId(), "is not orthogonal");
            var source = boxes.get(flow.getSource().getId());
            var target = boxes.get(flow.getTarget().getId());
            var first = drawn.get(0);
            var last = drawn.get(drawn.size() - 1);
            require(
                    source == null || source.touches(first.x1(), first.y1()),
                    flow.getId(),
                    "does not begin at " + flow.getSource().getId());
            require(
                    target == null || target.touches(last.x2(), last.y2()),
                    flow.getId(),
                    "does not end at " + flow.getTarget().getId());
            for (var box : boxes.values()) {
                var own = box == source
                        || box == target
                        || around(box, flow.getSource()) && around(box, flow.getTarget());
                if (!own && drawn.stream().anyMatch(box::crossedBy)) {
                    found(flow.getId(), "crosses " + box.id());
                }
            }
        }
        crossings(lines);
    }

    private void overlaps(List<Box> boxes) {
        for (var i = 0; i < boxes.size(); i++) {
            for (var j = i + 1; j < boxes.size(); j++) {
                var a = boxes.get(i);
                var b = boxes.get(j);
                var one = model.<ModelElementInstance>getModelElementById(a.id());
                var other = model.<ModelElementInstance>getModelElementById(b.id());
                var related = around(a, other) && a.contains(b)
                        || around(b, one) && b.contains(a)
                        || attached(one, other)
                        || attached(other, one);
                if (!related && a.overlaps(b)) {
                    found(a.id(), "overlaps " + b.id());
                }
            }
        }
    }

    private void crossings(Map<String, List<Line>> lines) {
        var ids = new ArrayList<>(lines.keySet());
        for (var i = 0; i < ids.size(); i++) {
            for (var j = i + 1; j < ids.size(); j++) {
                var others = lines.get(ids.get(j));
                if (lines.get(ids.get(i)).stream()
                        .anyMatch(line -> others.stream().anyMatch(line::crosses))) {
                    found(ids.get(i), "crosses " + ids.get(j));
                }
            }
        }
    }

    /** Is the box a sub-process (or the host of a boundary event's sub-process) that the element lies in? */
    private static boolean around(Box box, ModelElementInstance element) {
        for (var parent = element == null ? null : element.getParentElement();
                parent != null;
                parent = parent.getParentElement()) {
            if (parent instanceof SubProcess scope && scope.getId().equals(box.id())) {
                return true;
            }
        }
        return false;
    }

    /** A boundary event lies on its host, and on the border of what its host lies in when that is the same border. */
    private static boolean attached(ModelElementInstance event, ModelElementInstance host) {
        return event instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(host);
    }

    // --- reading

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private static List<DomElement> elements(DomElement root) {
        var found = new ArrayList<DomElement>();
        found.add(root);
        root.getChildElements().forEach(child -> found.addAll(elements(child)));
        return found;
    }

    private static String nearestId(DomElement element) {
        for (var at = element; at != null; at = at.getParentElement()) {
            if (at.getAttribute("id") != null) {
                return at.getAttribute("id");
            }
        }
        return "the model";
    }

    /** By the flows themselves: a model may leave the redundant lists at the node out. */
    private List<SequenceFlow> outgoing(FlowNode node) {
        return all(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource().equals(node))
                .toList();
    }

    private boolean splits(FlowNode node) {
        return (node instanceof ExclusiveGateway || node instanceof InclusiveGateway)
                && outgoing(node).size() > 1;
    }

    /** The first word begins with a capital; later ones only when they are names or abbreviations. */
    static boolean sentenceCase(String label) {
        var words = label.strip().split("\\s+");
        if (!words[0].matches("[A-Z0-9].*") || label.endsWith(".")) {
            return false;
        }
        return Arrays.stream(words).skip(1).noneMatch(word -> word.matches("[A-Z][a-z]+[?!,]?"));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private void require(boolean kept, String id, String otherwise) {
        if (!kept) {
            found(id, otherwise);
        }
    }

    private void found(String id, String what) {
        findings.add(id + ": " + what);
    }
}
