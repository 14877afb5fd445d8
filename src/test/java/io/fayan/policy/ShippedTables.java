package io.fayan.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.junit.jupiter.api.Named;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The decision tables of every policy version as they are shipped, for tests that hold all of them to one rule. */
final class ShippedTables {

    private static final Pattern CODE = Pattern.compile("\"([^\"]*)\"");

    private ShippedTables() {}

    record Table(String version, String name, DmnModelInstance model) {

        Decision decision() {
            return model.getModelElementsByType(Decision.class).iterator().next();
        }

        HitPolicy hitPolicy() {
            return model.getModelElementsByType(DecisionTable.class)
                    .iterator()
                    .next()
                    .getHitPolicy();
        }

        List<Rule> rules() {
            return List.copyOf(model.getModelElementsByType(Rule.class));
        }

        List<Output> outputs() {
            return List.copyOf(model.getModelElementsByType(Output.class));
        }

        /** Input name to everything that may be put in, in the order of the columns. */
        Map<String, List<Object>> inputs() {
            var inputs = new LinkedHashMap<String, List<Object>>();
            for (var input : model.getModelElementsByType(Input.class)) {
                var expression = input.getInputExpression();
                inputs.put(
                        expression.getText().getTextContent(),
                        "boolean".equals(expression.getTypeRef())
                                ? List.of(true, false)
                                : List.copyOf(codes(input.getInputValues())));
            }
            return inputs;
        }

        /** Every combination of facts that anybody can ask about. */
        List<Map<String, Object>> combinations() {
            var combinations = List.<Map<String, Object>>of(Map.of());
            for (var input : inputs().entrySet()) {
                var longer = new ArrayList<Map<String, Object>>();
                for (var combination : combinations) {
                    for (var value : input.getValue()) {
                        var next = new LinkedHashMap<>(combination);
                        next.put(input.getKey(), value);
                        longer.add(next);
                    }
                }
                combinations = longer;
            }
            return combinations;
        }
    }

    static List<String> codes(UnaryTests values) {
        return CODE.matcher(values.getText().getTextContent())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    static Stream<Named<Table>> all() throws IOException {
        var tables = new ArrayList<Named<Table>>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:processes/policy/*/*.dmn")) {
            var path = file.getURL().getPath().split("/");
            var name = path[path.length - 1].replace(".dmn", "");
            var version = path[path.length - 2];
            try (InputStream dmn = file.getInputStream()) {
                tables.add(Named.of(version + "/" + name, new Table(version, name, Dmn.readModelFromStream(dmn))));
            }
        }
        return tables.stream();
    }
}
