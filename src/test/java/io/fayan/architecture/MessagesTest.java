package io.fayan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.speaking.SpeakingFact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text is there in three languages, and every key that is asked for has a text. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    private static Map<String, Map<String, String>> bundles() {
        var bundles = new TreeMap<String, Map<String, String>>();
        for (var file : Product.files(MESSAGES, ".properties")) {
            var name = ModelsTest.stem(file);
            var language = BundleCheck.LANGUAGES.stream()
                    .filter(one -> name.endsWith("_" + one))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(file + " is in no language of ours"));
            bundles.computeIfAbsent(name.substring(0, name.length() - language.length() - 1), n -> new TreeMap<>())
                    .put(language, Product.text(file));
        }
        return bundles;
    }

    private static Set<String> keys() {
        return bundles().values().stream()
                .flatMap(files -> files.values().stream())
                .flatMap(file -> BundleCheck.texts(file).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_text_is_there_in_every_language() {
        assertThat(bundles()).isNotEmpty();
        assertThat(bundles().entrySet().stream()
                        .flatMap(bundle -> BundleCheck.findings(bundle.getKey(), bundle.getValue()).stream()))
                .isEmpty();
    }

    @Test
    void a_key_stands_in_one_module_only() {
        var owners = new TreeMap<String, List<String>>();
        bundles().forEach((module, files) -> BundleCheck.texts(
                        files.values().iterator().next())
                .keySet()
                .forEach(key ->
                        owners.computeIfAbsent(key, k -> new ArrayList<>()).add(module)));

        assertThat(owners.entrySet().stream().filter(owner -> owner.getValue().size() > 1))
                .isEmpty();
    }

    @Test
    void every_labelled_element_of_every_model_has_a_name_for_people() {
        var wanted = new TreeSet<String>();
        for (var file : Product.files(Path.of("processes"), ".bpmn")) {
            var model = Bpmn.readModelFromFile(file.toFile());
            for (var process : model.getModelElementsByType(Process.class)) {
                wanted.add(process.getId());
                wanted.add(process.getId() + ".help");
                model.getModelElementsByType(FlowElement.class).stream()
                        .filter(element -> element.getName() != null)
                        .forEach(element -> wanted.add(process.getId() + "." + element.getId()));
            }
        }

        assertThat(keys()).containsAll(wanted);
    }

    @Test
    void every_name_of_a_model_element_belongs_to_one() {
        for (var file : Product.files(Path.of("processes"), ".bpmn")) {
            var process = ModelsTest.stem(file);
            var model = Bpmn.readModelFromFile(file.toFile());
            assertThat(keys().stream()
                            .filter(key -> key.startsWith(process + ".") && key.contains("_"))
                            .map(key -> key.substring(process.length() + 1).replaceAll("\\..*", ""))
                            .filter(id -> model.getModelElementById(id) == null))
                    .isEmpty();
        }
    }

    @Test
    void every_key_of_a_template_has_a_text() {
        assertThat(unanswered(Path.of("src/main/resources/templates"), ".html", UsedKeys::ofTemplate))
                .isEmpty();
    }

    @Test
    void every_key_of_a_form_has_a_text() {
        assertThat(unanswered(Path.of("forms"), ".html", UsedKeys::ofForm)).isEmpty();
        assertThat(unanswered(Path.of("forms"), ".js", UsedKeys::ofScript)).isEmpty();
    }

    @Test
    void every_key_of_a_source_has_a_text() {
        var modules = bundles().keySet();
        assertThat(unanswered(Path.of("src/main/java"), ".java", java -> UsedKeys.ofSource(java, modules)))
                .isEmpty();
    }

    @Test
    void every_event_has_a_title_for_auditors() {
        var named = Pattern.compile("\"([a-z]+\\.[a-z][A-Za-z]+)\"");
        var names = Product.files(Path.of("src/main/java"), ".java").stream()
                .map(Product::text)
                .filter(java -> java.contains("implements DomainEvent"))
                .flatMap(java -> named.matcher(java).results().map(found -> "audit.event." + found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var kind : SpeakingFact.Kind.values()) {
            names.add("audit.event." + kind.eventName());
        }

        assertThat(names).hasSizeGreaterThan(SpeakingFact.Kind.values().length);
        assertThat(keys()).containsAll(names);
        assertThat(keys().stream().filter(key -> key.startsWith("audit.event.")))
                .isSubsetOf(names);
    }

    private static List<String> unanswered(Path folder, String ending, Function<String, Set<String>> used) {
        var keys = keys();
        return Product.files(folder, ending).stream()
                .flatMap(file -> used.apply(Product.text(file)).stream()
                        .filter(key -> !UsedKeys.answered(key, keys))
                        .map(key -> file.getFileName() + ": " + key))
                .toList();
    }

    // --- the checks themselves

    private static final Map<String, String> WHOLE = Map.of(
            "zh_CN", "a.greeting=您好，{0}\na.rule=谁可以代表公司发言\n",
            "zh_TW", "a.greeting=您好，{0}\na.rule=誰可以代表公司發言\n",
            "en", "a.greeting=Good day, {0}\na.rule=Who may speak\n");

    @Test
    void a_whole_bundle_is_whole() {
        assertThat(BundleCheck.findings("a", WHOLE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            zh_TW|a.rule=誰可以代表公司發言||is missing
            en|a.rule=Who may speak|a.rule=|is empty
            en|a.rule=Who may speak|a.rule=Who mayn''t speak|double apostrophe
            en|Good day, {0}|It's day, {0}|double it
            en|Good day, {0}|Good day, {0,wrong}|is no message format
            zh_CN|您好，{0}|您好|has other arguments
            zh_CN|谁可以代表公司发言|Who may speak for us all|-
            zh_CN|谁可以代表公司发言|谁可以代表公司發言|of the other script
            zh_TW|誰可以代表公司發言|誰可以代表公司发言|of the other script
            en|a.rule=Who may speak|a.rule=谁|is not in English
            en|a.rule=Who may speak|a.rule=Who\\na.rule=May|stands there twice
            en|Who may speak|Who may speak\\u0020|begins or ends with a space
            """)
    void every_mistake_is_found(String language, String right, String wrong, String finding) {
        var files = new LinkedHashMap<>(WHOLE);
        assertThat(files.get(language)).contains(right);
        files.computeIfPresent(
                language,
                (l, text) -> text.replace(
                        right, Objects.requireNonNullElse(wrong, "").replace("\\n", "\n")));
        if (finding.equals("-")) {
            files.computeIfPresent("en", (l, text) -> text.replace("Who may speak", wrong));
            assertThat(BundleCheck.findings("a", files))
                    .singleElement()
                    .asString()
                    .contains("is the English text");
            return;
        }

        assertThat(BundleCheck.findings("a", files))
                .anySatisfy(found -> assertThat(found).contains(finding));
    }

    @Test
    void a_missing_language_is_found() {
        assertThat(BundleCheck.findings("a", Map.of("en", "a=b", "zh_CN", "a=甲")))
                .anySatisfy(found -> assertThat(found).contains("zh_TW").contains("no such file"));
    }

    @Test
    void keys_are_found_where_they_stand() {
        assertThat(
                        UsedKeys.ofTemplate(
                                """
                <!--/* #{never.seen} */--><p th:text="#{a.plain}"></p><p th:text="#{a.with(${x.y()}, 1)}"></p>
                <p th:text="#{|a.status.${s}|}"></p><p th:text="#{${label}}"></p><p th:text="#{a.kind.__${k}__}"></p>
                <p th:text="#{'a.word.' + ${w}}"></p><p th:text="${#messages.msg('a.said', 1)}"></p>
                """))
                .containsExactly("a.kind.*", "a.plain", "a.said", "a.status.*", "a.with", "a.word.*");
        assertThat(UsedKeys.ofForm("<label data-text=\"form.a\"></label><nav data-label=\"form.b\">"))
                .containsExactly("form.a", "form.b");
        assertThat(UsedKeys.ofScript(
                        "view.say('a.b'); say('a.' + code, 1); say(`v.${x}.help`); say(x === 'no' ? 'a.c' : 'a.d')"))
                .containsExactly("form.a.*", "form.a.b", "form.a.c", "form.a.d", "form.v.*");
        assertThat(UsedKeys.ofSource(
                        """
                        Refusal.because("a.b"); Refusal.at("field", "a.c", 1); texts.say("a.d." + code); texts.in(language, "a.e");
                        var key = "a.long.one"; var other = "io.fayan.kernel"; var event = "a.requestSubmitted"; var p = "a.status.";
                        """,
                        Set.of("a")))
                .containsExactly("a.b", "a.c", "a.d.*", "a.e", "a.long.one");
    }

    @Test
    void a_key_that_is_put_together_is_answered_by_its_beginning() {
        assertThat(UsedKeys.answered("a.status.*", Set.of("a.status.OPEN"))).isTrue();
        assertThat(UsedKeys.answered("a.status.*", Set.of("a.state.OPEN"))).isFalse();
        assertThat(UsedKeys.answered("a.status", Set.of("a.status.OPEN"))).isFalse();
    }
}
