package io.fayan.platform.decisions;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * One table of one policy version, read once and evaluated any number of times. Asks the DMN engine directly, not the
 * process engine's decision service: that one writes three kinds of history rows for each evaluation which nobody reads,
 * because use cases keep the matched rows themselves.
 */
final class DecisionTable {

    private static final Pattern CLAUSE = Pattern.compile("([1-9](?:\\.[0-9a-z]+)*):.*", Pattern.DOTALL);
    private static final Pattern CODES = Pattern.compile("\\s*\"[^\"]*\"(?:\\s*,\\s*\"[^\"]*\")*\\s*");
    private static final Pattern CODE = Pattern.compile("\"([^\"]*)\"");

    /** What the listener saw of the evaluation that this thread is carrying out. */
    private static final ThreadLocal<List<DmnEvaluatedDecisionRule>> MATCHED = new ThreadLocal<>();

    private static final DmnEngine ENGINE = engine();

    private final String name;
    private final String version;
    private final DmnDecision decision;
    private final Map<String, String> clauses;
    private final Map<String, Set<String>> inputs;

    private DecisionTable(
            String name,
            String version,
            DmnDecision decision,
            Map<String, String> clauses,
            Map<String, Set<String>> inputs) {
        this.name = name;
        this.version = version;
        this.decision = decision;
        this.clauses = clauses;
        this.inputs = inputs;
    }

    /** @throws IllegalArgumentException when a row's annotation does not begin with its clause and a colon */
    static DecisionTable read(String name, String version, InputStream dmn) {
        var model = Dmn.readModelFromStream(dmn);
        var clauses = model.getModelElementsByType(Rule.class).stream()
                .collect(Collectors.toUnmodifiableMap(Rule::getId, rule -> clauseOf(name, rule)));
        var inputs = model.getModelElementsByType(Input.class).stream()
                .collect(Collectors.toUnmodifiableMap(
                        input -> input.getInputExpression()
                                .getText()
                                .getTextContent()
                                .strip(),
                        DecisionTable::codesOf));
        return new DecisionTable(name, version, ENGINE.parseDecision(name, model), clauses, inputs);
    }

    Decision evaluate(Map<String, Object> facts) {
        inputs.forEach((input, codes) -> check(input, codes, facts));
        try {
            ENGINE.evaluateDecisionTable(decision, new HashMap<>(facts));
            return new Decision(
                    name, version, MATCHED.get().stream().map(this::row).toList());
        } finally {
            MATCHED.remove();
        }
    }

    /** A code that no row was written for would silently miss the rows that matter: it is refused instead. */
    private void check(String input, Set<String> codes, Map<String, Object> facts) {
        var value = facts.get(input);
        if (!isScalar(value)) {
            throw new IllegalArgumentException(name + " needs " + input + " as String, Boolean, Integer or Long");
        }
        if (!codes.isEmpty() && !codes.contains(value)) {
            throw new IllegalArgumentException(name + " has no row for this " + input);
        }
    }

    private Decision.Row row(DmnEvaluatedDecisionRule rule) {
        var outputs = new HashMap<String, Object>();
        rule.getOutputEntries().forEach((output, evaluated) -> {
            var value = evaluated.getValue().getValue();
            if (value != null) {
                if (!isScalar(value)) {
                    throw new IllegalStateException(
                            name + " answers " + output + " as something else than String, Boolean, Integer or Long");
                }
                outputs.put(output, value);
            }
        });
        return new Decision.Row(rule.getId(), clauses.get(rule.getId()), outputs);
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long;
    }

    private static String clauseOf(String table, Rule rule) {
        var annotation = rule.getDescription();
        var matcher = CLAUSE.matcher(
                annotation == null ? "" : annotation.getTextContent().strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "The annotation of " + rule.getId() + " in " + table + " does not begin with a clause and a colon");
        }
        return matcher.group(1);
    }

    /** The codes that an input lists as allowed; empty when it lists none, or something else than codes. */
    private static Set<String> codesOf(Input input) {
        var allowed = input.getInputValues();
        if (allowed == null
                || !CODES.matcher(allowed.getText().getTextContent()).matches()) {
            return Set.of();
        }
        return CODE.matcher(allowed.getText().getTextContent())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static DmnEngine engine() {
        var configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add((DmnDecisionTableEvaluationEvent event) -> MATCHED.set(List.copyOf(event.getMatchingRules())));
        return configuration.buildEngine();
    }
}
