package io.fayan.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One decision table held against the conventions of docs/modelling.md. Answers what is wrong, in words. */
final class TableCheck {

    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double");

    private final List<String> findings = new ArrayList<>();

    private TableCheck() {}

    static List<String> findings(String stem, String version, DmnModelInstance model, Set<String> clauses) {
        var check = new TableCheck();
        var decisions = model.getModelElementsByType(Decision.class);
        if (decisions.size() != 1) {
            return List.of("one file holds one decision");
        }
        var decision = decisions.iterator().next();
        check.require(decision.getId().equals(stem), "the decision's id is the file's stem, " + stem);
        check.require(version.equals(decision.getVersionTag()), "the version tag is the folder's name, " + version);
        check.require(decision.getCamundaHistoryTimeToLiveString() != null, "has no history time to live");
        for (var table : model.getModelElementsByType(DecisionTable.class)) {
            check.require(
                    Set.of(HitPolicy.UNIQUE, HitPolicy.COLLECT).contains(table.getHitPolicy())
                            && table.getAggregation() == null,
                    "the hit policy is UNIQUE, or COLLECT for sets");
        }
        for (var element : model.getModelElementsByType(DmnElement.class)) {
            check.require(
                    element.getId() == null
                            || element == decision
                            || element.getId().equals(decision.getId())
                            || element.getId().matches("[a-z][A-Za-z]*_\\w+")
                                    && !element.getId().matches(".*_[01][a-z0-9]{6}"),
                    "an id is <type>_<camelCase>, not " + element.getId());
        }
        for (var input : model.getModelElementsByType(InputExpression.class)) {
            check.require(
                    TYPES.contains(String.valueOf(input.getTypeRef())), input.getId() + ": typeRef is one of " + TYPES);
        }
        for (var output : model.getModelElementsByType(Output.class)) {
            check.require(
                    TYPES.contains(String.valueOf(output.getTypeRef())),
                    output.getId() + ": typeRef is one of " + TYPES);
            check.require(output.getName() != null, output.getId() + ": has no name");
        }
        for (var rule : model.getModelElementsByType(Rule.class)) {
            check.require(
                    rule.getId().matches("rule_[a-z][A-Za-z0-9]*"), rule.getId() + ": a rule's id is rule_<camelCase>");
            var description = rule.getChildElementsByType(Description.class).stream()
                    .map(Description::getTextContent)
                    .findFirst()
                    .orElse("");
            var cited = Citation.of(description);
            check.require(!cited.isEmpty(), rule.getId() + ": the annotation does not begin with a clause");
            cited.stream()
                    .filter(clause -> !clauses.contains(clause))
                    .forEach(clause -> check.findings.add(rule.getId() + ": there is no clause " + clause));
        }
        return check.findings;
    }

    private void require(boolean kept, String otherwise) {
        if (!kept) {
            findings.add(otherwise);
        }
    }
}
