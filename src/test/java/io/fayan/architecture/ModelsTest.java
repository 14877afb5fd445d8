package io.fayan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.FayanApplication;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** Every process model keeps the conventions, and everything it names exists. */
class ModelsTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Path EXAMPLE = Path.of("src/test/resources/architecture/answer-letter.bpmn");

    private static final Pattern ELEMENT_LITERAL = Pattern.compile(
            "\"((?:userTask|serviceTask|sendTask|receiveTask|callActivity|subProcess|startEvent|endEvent|boundaryEvent"
                    + "|intermediateEvent|gateway|flow)_\\w+)\"");

    static Stream<Path> models() {
        return Product.files(PROCESSES, ".bpmn").stream();
    }

    @Test
    void every_model_keeps_the_conventions() {
        var world = world();

        assertThat(models().flatMap(file -> ModelCheck.findings(stem(file), read(Product.text(file)), world).stream()
                        .map(finding -> file + ": " + finding)))
                .isEmpty();
    }

    @Test
    void a_process_id_is_found_in_one_file_only() {
        assertThat(models().map(ModelsTest::stem)).doesNotHaveDuplicates();
    }

    @Test
    void every_human_step_has_its_form_class_and_every_form_class_its_step() {
        var steps = new TreeSet<String>();
        var starts = new TreeSet<String>();
        models().forEach(file -> {
            var model = read(Product.text(file));
            var process = stem(file);
            model.getModelElementsByType(UserTask.class).forEach(task -> steps.add(process + "/" + task.getId()));
            if (model.getModelElementsByType(StartEvent.class).stream()
                    .anyMatch(start -> start.getCamundaFormKey() != null)) {
                starts.add(process);
            }
        });

        assertThat(Product.taskForms().stream()
                        .map(step -> step.key().process() + "/" + step.key().element()))
                .containsExactlyInAnyOrderElementsOf(steps);
        assertThat(Product.startForms().stream().map(step -> step.key().process()))
                .containsExactlyInAnyOrderElementsOf(starts);
    }

    @Test
    void every_element_that_the_sources_name_is_in_a_model() {
        var ids = models().flatMap(file -> read(Product.text(file)).getModelElementsByType(BaseElement.class).stream())
                .map(BaseElement::getId)
                .collect(Collectors.toSet());

        assertThat(ids).containsAll(Product.literals(ELEMENT_LITERAL));
    }

    @Test
    void every_message_that_a_model_waits_for_is_sent_by_the_sources() {
        var sent = Product.literals(Pattern.compile("\"([a-z]+\\.[a-z][A-Za-z]*)\""));

        assertThat(models().flatMap(file -> read(Product.text(file)).getModelElementsByType(Message.class).stream())
                        .map(Message::getName))
                .isSubsetOf(sent);
    }

    // --- the checks themselves: a whole example, and one mistake at a time

    @Test
    void the_example_is_whole() {
        assertThat(ModelCheck.findings("answer-letter", read(Product.text(EXAMPLE)), exampleWorld()))
                .isEmpty();
    }

    /** What stands in the example | what stands there instead | what is found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            process id="answer-letter"|process id="answer-mail"|the process id is the file's stem
            camunda:versionTag="2026"||has no version tag
            camunda:historyTimeToLive="P1096D"||has no history time to live
            isExecutable="true"|isExecutable="false"|is not executable
            gateway_worthAnswer|Gateway_0k3j2h1|the id was generated
            gateway_worthAnswer|worthAnswer|an id is <type>_<camelCase>
            userTask_readLetter|serviceTask_readLetter|begins with userTask_
            name="Read the letter"||userTask_readLetter: has no label
            name="Read the letter"|name="Read The Letter"|not in sentence case
            name="Read the letter"|name="Reading"|a verb and an object
            name="Worth an answer?"|name="Check the worth"|a split asks a question
            name="No" sourceRef|sourceRef|flow_answerNo: a flow that answers
            default="flow_answerNo"||gateway_worthAnswer: has no default flow
            3.1.d: somebody reads it|Somebody reads it|does not begin with a clause
            3.1.d: somebody reads it|9.9: somebody reads it|there is no clause 9.9
            <documentation>4.1.b: the answer goes out.</documentation>||serviceTask_sendAnswer: has no documentation
            delegateExpression="${sendAnswer}"|delegateExpression="${sendNothing}"|there is no bean ${sendNothing}
            delegateExpression="${sendAnswer}"|delegateExpression="${letters}"|letters is no JavaDelegate
            delegateExpression="${sendAnswer}"|class="io.fayan.SendAnswer"|names a class instead of a bean
            ${letters.due(execution)}|${post.due(execution)}|there is no bean post
            ${letters.due(execution)}|${letters.dueDay(execution)}|letters has no method dueDay
            ${worth == 'post.box'}|${worth == 'post.box' and letters.gone()}|letters has no method gone
            embedded:/forms/read-letter.html|embedded:/forms/read-mail.html|there is no file forms/read-mail.html
            embedded:/forms/read-letter.html|embedded:app:forms/read-letter.html|a form key is embedded:
            candidateGroups="communications"|candidateGroups="postmen"|no role has the group postmen
            camunda:candidateGroups="communications"||is offered to nobody
            calledElement="answer-letter"|calledElement="answer-mail"|there is no process answer-mail
            businessKey="#{letters.due(execution)}"|source="a" target="b"|passes no business key
            businessKey="#{letters.due(execution)}"|variables="all"|variables are passed by name
            <userTask id="userTask_readLetter"|<userTask camunda:asyncBefore="true" id="userTask_readLetter"|no async continuation
            name="letters.letterArrived"|name="Letter arrived"|a message is named
            name="letters.letterArrived"|name="mail.letterArrived"|a message is named
            bpmnElement="endEvent_letterFiled"|bpmnElement="endEvent_letterAnswered"|endEvent_letterFiled: is not drawn
            <di:waypoint x="490" y="240"/>|<di:waypoint x="480" y="240"/>|flow_answerNo: is not orthogonal
            <dc:Bounds x="570" y="80"|<dc:Bounds x="500" y="80"|overlaps
            <di:waypoint x="420" y="120"/>|<di:waypoint x="440" y="120"/>|flow_toWorth: does not begin at
            """)
    void every_mistake_is_found(String right, String wrong, String finding) {
        var text = Product.text(EXAMPLE);
        assertThat(text).contains(right);

        assertThat(ModelCheck.findings(
                        "answer-letter", read(text.replace(right, wrong == null ? "" : wrong)), exampleWorld()))
                .anySatisfy(found -> assertThat(found).contains(finding));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void what_is_forbidden_is_found(String added, String finding) {
        var text = Product.text(EXAMPLE).replace("<!-- more -->", added);

        assertThat(ModelCheck.findings("answer-letter", read(text), exampleWorld()))
                .anySatisfy(found -> assertThat(found).contains(finding));
    }

    static Stream<Arguments> forbidden() {
        return Stream.of(
                Arguments.of(
                        "<scriptTask id=\"scriptTask_count\" name=\"Count letters\" scriptFormat=\"javascript\"><script>1</script></scriptTask>",
                        "no script tasks"),
                Arguments.of("<laneSet id=\"laneSet_all\"><lane id=\"lane_one\"/></laneSet>", "no lanes"),
                Arguments.of("<task id=\"task_stray\" name=\"Do something\"/>", "task_stray: is not drawn"));
    }

    @Test
    void a_flow_through_a_shape_is_found() {
        var text = Product.text(EXAMPLE)
                .replace(
                        "<di:waypoint x=\"490\" y=\"145\"/>",
                        "<di:waypoint x=\"490\" y=\"145\"/><di:waypoint x=\"490\" y=\"120\"/><di:waypoint x=\"300\" y=\"120\"/><di:waypoint x=\"300\" y=\"240\"/>");

        assertThat(ModelCheck.findings("answer-letter", read(text), exampleWorld()))
                .contains("flow_answerNo: crosses userTask_readLetter");
    }

    // ---

    private static ModelCheck.World world() {
        return new ModelCheck.World(
                Product.beans(),
                models().map(ModelsTest::stem).collect(Collectors.toSet()),
                Product.files(PROCESSES, ".dmn").stream().map(ModelsTest::stem).collect(Collectors.toSet()),
                Product.clauses(),
                ApplicationModules.of(FayanApplication.class).stream()
                        .map(module -> module.getIdentifier().toString())
                        .collect(Collectors.toSet()),
                FORMS);
    }

    private static ModelCheck.World exampleWorld() {
        var clauses = new HashSet<>(Set.of("3.1.d", "4.1.b"));
        return new ModelCheck.World(
                Map.of("letters", Letters.class, "sendAnswer", SendAnswer.class),
                Set.of("answer-letter"),
                Set.of(),
                clauses,
                Set.of("letters"),
                Path.of("src/test/resources/architecture/forms"));
    }

    static final class Letters {
        Object due(DelegateExecution execution) {
            return execution;
        }
    }

    static final class SendAnswer implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {}
    }

    private static BpmnModelInstance read(String text) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String stem(Path file) {
        return file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
    }
}
