package io.fayan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every decision table keeps the conventions, and each of its rows can be said in words. */
class TablesTest {

    private static final Path TABLES = Path.of("processes/policy");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** What it answers is a time that stands beside the step; nobody asks which row said so. */
    private static final Set<String> NOT_EXPLAINED = Set.of("deadlines");

    static Stream<Path> tables() {
        return Product.files(TABLES, ".dmn").stream();
    }

    @Test
    void every_table_keeps_the_conventions() {
        var clauses = Product.clauses();

        assertThat(clauses).isNotEmpty();
        assertThat(tables().flatMap(file ->
                        TableCheck.findings(ModelsTest.stem(file), version(file), read(Product.text(file)), clauses)
                                .stream()
                                .map(finding -> file + ": " + finding)))
                .isEmpty();
    }

    @Test
    void every_row_has_a_reason_in_words_and_every_reason_a_row() {
        var rows = new TreeSet<String>();
        tables().filter(file -> !NOT_EXPLAINED.contains(ModelsTest.stem(file))).forEach(file -> read(Product.text(file))
                .getModelElementsByType(Rule.class)
                .forEach(rule -> rows.add("reason." + ModelsTest.stem(file) + "." + rule.getId())));
        var reasons = Product.files(MESSAGES, "_en.properties").stream()
                .flatMap(file -> BundleCheck.texts(Product.text(file)).keySet().stream())
                .filter(key -> key.startsWith("reason."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(reasons).isEqualTo(rows);
    }

    // --- the check itself

    private static final String WHOLE =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="definitions_letterWorth" name="Letter worth" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="letter-worth" name="Letter worth" camunda:versionTag="2026" camunda:historyTimeToLive="P1D">
                <decisionTable id="decisionTable_letterWorth" hitPolicy="UNIQUE">
                  <input id="input_kind" label="Kind"><inputExpression id="inputExpression_kind" typeRef="string"><text>kind</text></inputExpression></input>
                  <output id="output_worth" label="Worth" name="worth" typeRef="integer"/>
                  <rule id="rule_always">
                    <description>3.1.d: every letter is worth one</description>
                    <inputEntry id="inputEntry_always"><text>-</text></inputEntry>
                    <outputEntry id="outputEntry_always"><text>1</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Test
    void a_whole_table_is_whole() {
        assertThat(TableCheck.findings("letter-worth", "2026", read(WHOLE), Set.of("3.1.d")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            decision id="letter-worth"|decision id="worth"|is the file's stem
            versionTag="2026"|versionTag="2027"|is the folder's name
            camunda:historyTimeToLive="P1D"||has no history time to live
            hitPolicy="UNIQUE"|hitPolicy="FIRST"|the hit policy is
            hitPolicy="UNIQUE"|hitPolicy="COLLECT" aggregation="SUM"|the hit policy is
            typeRef="string"|typeRef="number"|typeRef is one of
            typeRef="integer"|typeRef="number"|typeRef is one of
            rule_always|Rule_always|a rule's id is
            input_kind|InputClause_0abcde1|an id is
            3.1.d: every|Every|does not begin with a clause
            3.1.d: every|9.9: every|there is no clause 9.9
            """)
    void every_mistake_is_found(String right, String wrong, String finding) {
        assertThat(WHOLE).contains(right);

        assertThat(TableCheck.findings(
                        "letter-worth",
                        "2026",
                        read(WHOLE.replace(right, wrong == null ? "" : wrong)),
                        Set.of("3.1.d")))
                .anySatisfy(found -> assertThat(found).contains(finding));
    }

    private static String version(Path file) {
        return file.getParent().getFileName().toString();
    }

    private static DmnModelInstance read(String text) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
