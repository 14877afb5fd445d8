package io.fayan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tasklist's embedded forms must keep to, so that they open at all and speak three languages. */
class EmbeddedFormsTest {

    private static final Path FORMS = Path.of("forms");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final List<String> LANGUAGES = List.of("zh_CN", "zh_TW", "en");

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "zh_TW", "en"})
    void every_text_that_a_form_names_exists(String language) {
        var texts = texts(language);
        var named = new TreeSet<String>();
        pages().forEach(page -> named.addAll(found("data-(?:text|label|placeholder)=\"(form\\.[^\"]+)\"", read(page))));
        scripts().forEach(script -> found("(?:say\\(|\\? |: )'([a-z][A-Za-z]+\\.[A-Za-z.]+[A-Za-z])'", read(script))
                .forEach(key -> named.add("form." + key)));
        assertThat(named).isNotEmpty().isSubsetOf(texts);
    }

    @Test
    void every_text_is_shown_somewhere() {
        var sources =
                Stream.concat(pages(), scripts()).map(EmbeddedFormsTest::read).collect(Collectors.joining());
        var unused = texts("en").stream()
                .map(key -> key.substring("form.".length()))
                .filter(key -> !sources.contains("form." + key + "\"") && !sources.contains("'" + key + "'"))
                // Keys that end in a code are put together: 'verdict.' + code.
                .filter(key -> !key.matches(".*\\.[A-Z_]+(\\.help)?"))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void the_languages_have_the_same_texts() {
        assertThat(LANGUAGES).allSatisfy(language -> assertThat(texts(language)).isEqualTo(texts("en")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void angular_finds_nothing_to_evaluate(Path page) {
        assertThat(read(page)).doesNotContain("{{").doesNotContainPattern("\\sng-");
    }

    /** A required field would disable Tasklist's button without a word. */
    @ParameterizedTest
    @MethodSource("pages")
    void the_form_checks_itself(Path page) {
        assertThat(read(page)).doesNotContainPattern("\\srequired\\b").contains("novalidate");
    }

    /** Only hidden fields are bound: what is typed never reaches Tasklist's stored drafts. Two fields of one name never load. */
    @ParameterizedTest
    @MethodSource("pages")
    void only_hidden_fields_are_variables_each_once(Path page) {
        var bound = found("<input ([^>]*cam-variable-name=[^>]*)>", read(page));
        assertThat(bound).isNotEmpty().allMatch(attributes -> attributes.contains("type=\"hidden\""));
        assertThat(Pattern.compile("cam-variable-name=").matcher(read(page)).results())
                .hasSameSizeAs(found("cam-variable-name=\"([^\"]+)\"", read(page)));
        assertThat(found("cam-variable-name=\"([^\"]+)\"", read(page))).contains("submissionKey");
    }

    /** Texts of people are shown as text. */
    @ParameterizedTest
    @MethodSource("scripts")
    void nothing_is_inserted_as_markup(Path script) {
        assertThat(read(script))
                .doesNotContain(
                        "innerHTML",
                        "outerHTML",
                        "insertAdjacentHTML",
                        "document.write",
                        "localStorage",
                        "sessionStorage");
    }

    static Stream<Path> pages() {
        return files(".html");
    }

    static Stream<Path> scripts() {
        return files(".js");
    }

    private static Stream<Path> files(String ending) {
        try (var tree = Files.walk(FORMS)) {
            return tree.filter(path -> path.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(String language) {
        try (var files = Files.list(MESSAGES)) {
            var texts = new Properties();
            for (var file : files.filter(path -> path.toString().endsWith("-forms_" + language + ".properties"))
                    .toList()) {
                try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
            return new TreeSet<>(texts.stringPropertyNames());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
