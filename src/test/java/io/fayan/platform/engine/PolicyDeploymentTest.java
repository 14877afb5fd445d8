package io.fayan.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fayan.platform.decisions.Decisions;
import io.fayan.platform.decisions.UnknownTableException;
import io.fayan.support.WiringTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WiringTest
class PolicyDeploymentTest {

    private static final String VERSION = "1999.1";

    @Autowired
    RepositoryService repository;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Decisions decisions;

    @AfterEach
    void remove_the_version_of_this_test() {
        repository
                .createDeploymentQuery()
                .deploymentNameLike("policy-1999%")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void the_shipped_version_is_deployed_once_and_answers_by_key_and_version_tag() {
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName("policy-2026")
                        .count())
                .isOne();

        var decision = decisions.evaluate(
                "speaking-risk",
                "2026",
                Map.of("contentClass", "INCIDENT", "audience", "PUBLIC", "speakingAs", "COMPANY"));

        assertThat(decision.single("risk")).isEqualTo("HIGH");
        assertThat(decision.rows().get(0).rule()).isEqualTo("rule_incident");
        assertThat(decision.rows().get(0).clause()).isEqualTo("4.1.b");
    }

    @Test
    void an_unknown_table_or_version_is_named() {
        assertThatExceptionOfType(UnknownTableException.class)
                .isThrownBy(() -> decisions.evaluate("speaking-risk", "1998", Map.of()))
                .withMessageContaining("1998");
        assertThatExceptionOfType(UnknownTableException.class)
                .isThrownBy(() -> decisions.evaluate("no-such-table", "2026", Map.of()));
    }

    @Test
    void an_unknown_table_leaves_the_callers_transaction_alive() {
        var found = new TransactionTemplate(transactions).execute(status -> {
            try {
                return decisions.evaluate("speaking-risk", "1998", Map.of());
            } catch (UnknownTableException e) {
                return status.isRollbackOnly();
            }
        });

        assertThat(found).isEqualTo(false);
    }

    @Test
    void the_same_tables_are_not_deployed_again() {
        in("prod").deploy(VERSION, tables("a"));
        in("prod").deploy(VERSION, tables("a"));

        assertThat(deployments()).hasSize(1);
    }

    @Test
    void in_production_changed_tables_of_a_version_in_force_stop_the_start() {
        in("prod").deploy(VERSION, tables("a"));

        assertThatIllegalStateException()
                .isThrownBy(() -> in("prod").deploy(VERSION, tables("b")))
                .withMessage("policy version 1999.1 is already in force and its tables differ: "
                        + "ship a correction as a new version tag, e.g. 1999.1.1");
        assertThat(answer()).isEqualTo("a");
    }

    @Test
    void a_table_added_to_a_version_in_force_stops_the_start_too() {
        in("prod").deploy(VERSION, tables("a"));

        assertThatIllegalStateException().isThrownBy(() -> in("prod")
                .deploy(VERSION, Map.of("say.dmn", dmn("say", VERSION, "a"), "more.dmn", dmn("more", VERSION, "a"))));
    }

    @Test
    void a_start_without_any_profile_is_as_careful_as_production() {
        in().deploy(VERSION, tables("a"));

        assertThatIllegalStateException().isThrownBy(() -> in().deploy(VERSION, tables("b")));
    }

    @Test
    void in_the_demo_changed_tables_take_the_place_of_the_old_ones() {
        in("demo").deploy(VERSION, tables("a"));
        in("demo").deploy(VERSION, tables("b"));

        assertThat(deployments()).hasSize(1);
        assertThat(answer()).isEqualTo("b");
    }

    @Test
    void a_table_that_carries_another_version_than_its_folder_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> in("demo").deploy(VERSION, Map.of("say.dmn", dmn("say", "1999", "a"))))
                .withMessageContaining("version tag 1999");
    }

    @Test
    void older_versions_come_first_and_the_tenth_correction_after_the_ninth() {
        assertThat(Stream.of("2026.10", "2027", "2026.9", "2026").sorted(PolicyDeployment.OLDEST_FIRST))
                .containsExactly("2026", "2026.9", "2026.10", "2027");
    }

    private PolicyDeployment in(String... profiles) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        return new PolicyDeployment(repository, transactions, environment);
    }

    private java.util.List<org.camunda.bpm.engine.repository.Deployment> deployments() {
        return repository
                .createDeploymentQuery()
                .deploymentName("policy-" + VERSION)
                .list();
    }

    /** Past the cache of {@link Decisions}, which trusts a version never to change. */
    private String answer() {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("say")
                .versionTag(VERSION)
                .singleResult();
        return repository
                .getDmnModelInstance(definition.getId())
                .getModelElementsByType(org.camunda.bpm.model.dmn.instance.OutputEntry.class)
                .iterator()
                .next()
                .getText()
                .getTextContent()
                .replace("\"", "");
    }

    private static Map<String, byte[]> tables(String answer) {
        return Map.of("say.dmn", dmn("say", VERSION, answer));
    }

    private static byte[] dmn(String id, String version, String answer) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                             xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d_%1$s" name="D" namespace="n">
                  <decision id="%1$s" name="Say" camunda:versionTag="%2$s" camunda:historyTimeToLive="P1D">
                    <decisionTable id="t_%1$s" hitPolicy="UNIQUE">
                      <input id="i"><inputExpression id="e" typeRef="string"><text>word</text></inputExpression></input>
                      <output id="o" name="answer" typeRef="string"/>
                      <rule id="rule_one"><description>1.1: always</description>
                        <inputEntry id="ie"><text>-</text></inputEntry>
                        <outputEntry id="oe"><text>"%3$s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>"""
                .formatted(id, version, answer)
                .getBytes(StandardCharsets.UTF_8);
    }
}
