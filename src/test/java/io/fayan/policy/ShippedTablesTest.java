package io.fayan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.platform.decisions.ShippedDecisions;
import io.fayan.policy.ShippedTables.Table;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every table of every version. */
class ShippedTablesTest {

    private static final List<String> LANGUAGES = List.of("zh_CN", "zh_TW", "en");
    private static final Set<String> EXPLAINED = Set.of("speaking-risk", "speaking-reviewers");

    private final ShippedDecisions decisions = new ShippedDecisions();

    static Stream<Named<Table>> tables() throws IOException {
        return ShippedTables.all();
    }

    @Test
    void the_tables_are_there() throws IOException {
        assertThat(ShippedTables.all().map(Named::getName))
                .contains("2026/speaking-risk", "2026/speaking-reviewers", "2026/deadlines");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_carries_the_name_of_its_file_and_the_version_of_its_folder(Table table) {
        assertThat(table.decision().getId()).isEqualTo(table.name());
        assertThat(table.decision().getVersionTag()).isEqualTo(table.version());
        assertThat(table.decision().getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(table.hitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.COLLECT);
        assertThat(table.outputs())
                .allSatisfy(output -> assertThat(output.getTypeRef()).isIn("string", "boolean", "integer", "long"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nothing_that_can_be_asked_stays_without_an_answer(Table table) {
        assertThat(table.inputs().values())
                .allSatisfy(values -> assertThat(values).isNotEmpty());
        assertThat(table.combinations()).allSatisfy(facts -> {
            var rows = decisions.evaluate(table.name(), table.version(), facts).rows();
            if (table.hitPolicy() == HitPolicy.UNIQUE) {
                assertThat(rows).hasSize(1);
            } else {
                assertThat(rows).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_row_answers_something_that_can_be_asked(Table table) {
        var matched = table.combinations().stream()
                .flatMap(facts -> decisions.evaluate(table.name(), table.version(), facts).rows().stream())
                .map(row -> row.rule())
                .collect(Collectors.toSet());

        assertThat(table.rules()).extracting(Rule::getId).allSatisfy(rule -> assertThat(matched)
                .contains(rule));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_row_answers_with_a_value_that_its_column_lists(Table table) {
        var listed = table.outputs().stream()
                .filter(output -> output.getOutputValues() != null)
                .collect(Collectors.toMap(
                        output -> output.getName(), output -> ShippedTables.codes(output.getOutputValues())));

        assertThat(table.combinations())
                .flatMap(facts ->
                        decisions.evaluate(table.name(), table.version(), facts).rows())
                .allSatisfy(row -> listed.forEach(
                        (output, codes) -> assertThat(row.outputs().get(output)).isIn(List.<Object>copyOf(codes))));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_row_cites_a_clause_of_its_version_that_says_something(Table table) {
        var saying = ShippedTexts.of(table.version()).clauses().stream()
                .filter(clause -> !clause.heading())
                .map(clause -> clause.id())
                .collect(Collectors.toSet());

        assertThat(table.combinations())
                .flatMap(facts ->
                        decisions.evaluate(table.name(), table.version(), facts).rows())
                .allSatisfy(row -> assertThat(saying).contains(row.clause()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_row_that_people_are_shown_is_explained_in_three_languages(Table table) throws IOException {
        if (!EXPLAINED.contains(table.name())) {
            return;
        }
        var wanted = table.rules().stream()
                .map(rule -> "reason." + table.name() + "." + rule.getId())
                .collect(Collectors.toSet());
        for (var language : LANGUAGES) {
            var explained = messages(language).stringPropertyNames().stream()
                    .filter(key -> key.startsWith("reason." + table.name() + "."))
                    .collect(Collectors.toSet());
            assertThat(explained).as(language).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_code_that_people_are_shown_has_a_name_in_three_languages(Table table) throws IOException {
        if (!EXPLAINED.contains(table.name())) {
            return;
        }
        var wanted = new HashSet<String>();
        table.inputs().forEach((input, values) -> values.stream()
                .filter(String.class::isInstance)
                .forEach(code -> wanted.add(input + "." + code)));
        table.outputs().forEach(output -> ShippedTables.codes(output.getOutputValues())
                .forEach(code -> wanted.add(output.getName() + "." + code)));
        for (var language : LANGUAGES) {
            var messages = messages(language);
            assertThat(wanted).as(language).allSatisfy(key -> assertThat(messages.getProperty(key))
                    .isNotBlank());
        }
    }

    private static Properties messages(String language) throws IOException {
        var properties = new Properties();
        try (var bundle = ShippedTablesTest.class.getResourceAsStream("/messages/policy_" + language + ".properties")) {
            properties.load(new InputStreamReader(bundle, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
