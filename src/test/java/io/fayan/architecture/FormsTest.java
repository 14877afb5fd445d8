package io.fayan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a form sends is what its class takes, both ways. */
class FormsTest {

    private static final Path FORMS = Path.of("forms");

    /** A form file and the record of the class behind it, by way of the model that names both. */
    private record Behind(Path file, Product.Step step) {}

    private static List<Behind> forms() {
        var tasks = Product.taskForms();
        var starts = Product.startForms();
        var forms = new ArrayList<Behind>();
        for (var file : Product.files(Path.of("processes"), ".bpmn")) {
            var process = ModelsTest.stem(file);
            var model = Bpmn.readModelFromFile(file.toFile());
            for (var task : model.getModelElementsByType(UserTask.class)) {
                tasks.stream()
                        .filter(step -> step.key().process().equals(process)
                                && step.key().element().equals(task.getId()))
                        .forEach(step -> forms.add(new Behind(path(task.getCamundaFormKey()), step)));
            }
            for (var start : model.getModelElementsByType(StartEvent.class)) {
                starts.stream()
                        .filter(step -> start.getCamundaFormKey() != null
                                && step.key().process().equals(process))
                        .forEach(step -> forms.add(new Behind(path(start.getCamundaFormKey()), step)));
            }
        }
        return forms;
    }

    private static Path path(String formKey) {
        return Path.of(formKey.replace("embedded:/", ""));
    }

    @Test
    void every_form_sends_what_its_class_takes_and_nothing_else() {
        assertThat(forms().stream()
                        .flatMap(
                                form -> FormCheck.findings(
                                                Product.text(form.file()),
                                                form.step().submission())
                                        .stream()
                                        .map(finding -> form.file() + " ("
                                                + form.step().type().getSimpleName() + "): " + finding)))
                .isEmpty();
    }

    @Test
    void no_form_is_left_over() {
        var used = new TreeSet<Path>();
        forms().forEach(form -> used.add(form.file()));

        assertThat(Product.files(FORMS, ".html")).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void every_script_that_a_form_loads_is_there() {
        var imported = java.util.regex.Pattern.compile("import\\('/(forms/[^']+)'\\)");
        for (var file : Product.files(FORMS, ".html")) {
            assertThat(imported.matcher(Product.text(file)).results().map(match -> Path.of(match.group(1))))
                    .as(file.toString())
                    .isNotEmpty()
                    .allMatch(Files::isRegularFile);
        }
    }

    // --- the check itself

    private record Submission(String worth) {}

    private static final String WHOLE = Product.text(Path.of("src/test/resources/architecture/forms/read-letter.html"));

    @Test
    void a_whole_form_is_whole() {
        assertThat(FormCheck.findings(WHOLE, Submission.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "worth"|"value"|does not send worth
            "worth"|"value"|sends value, which nobody takes
            "submissionKey"|"key"|does not send submissionKey
            "submissionKey"|"worth"|names a field twice
            cam-variable-type="String"|cam-variable-type="Object"|has no type
            <p |<p onclick="go()" |inline event handler
            <p |<a href="javascript:go()"></a><p |a script as a link
            <p |<script>go()</script><p |a script that Tasklist does not know
            <p |<a cam-file-download="letter"></a><p |takes context from the engine
            """)
    void every_mistake_is_found(String right, String wrong, String finding) {
        assertThat(WHOLE).contains(right);

        assertThat(FormCheck.findings(WHOLE.replace(right, wrong), Submission.class))
                .anySatisfy(found -> assertThat(found).contains(finding));
    }
}
