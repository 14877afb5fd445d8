package io.fayan.platform.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTableTest {

    @Test
    void every_matching_row_of_a_collecting_table_is_answered_in_the_order_of_the_table() {
        var decision = table("COLLECT", COLOURS).evaluate(Map.of("colour", "RED", "count", 3));

        assertThat(decision.rows()).extracting(Decision.Row::rule).containsExactly("rule_any", "rule_red");
        assertThat(decision.rows()).extracting(Decision.Row::clause).containsExactly("3.1.d", "4");
        assertThat(decision.rows())
                .extracting(Decision.Row::outputs)
                .containsExactly(Map.of("who", "EVERYBODY", "days", 1), Map.of("who", "SOMEBODY", "days", 2));
    }

    @Test
    void a_row_matches_up_to_its_boundary() {
        var table = table("COLLECT", COLOURS);

        assertThat(table.evaluate(Map.of("colour", "BLUE", "count", 9)).rows()).hasSize(1);
        assertThat(table.evaluate(Map.of("colour", "BLUE", "count", 10)).rows())
                .extracting(Decision.Row::rule)
                .containsExactly("rule_any", "rule_many");
        assertThat(table.evaluate(Map.of("colour", "BLUE", "count", 10L)).rows())
                .hasSize(2);
    }

    @Test
    void what_one_evaluation_matched_does_not_show_in_the_next() {
        var table = table(
                "COLLECT",
                """
                <rule id="rule_red">
                  <description>4: red</description>
                  <inputEntry id="r1"><text>"RED"</text></inputEntry><inputEntry id="r2"><text>-</text></inputEntry>
                  <outputEntry id="r3"><text>"SOMEBODY"</text></outputEntry><outputEntry id="r4"><text>2</text></outputEntry>
                </rule>""");

        assertThat(table.evaluate(Map.of("colour", "RED", "count", 1)).rows()).hasSize(1);
        assertThat(table.evaluate(Map.of("colour", "BLUE", "count", 1)).rows()).isEmpty();
    }

    @Test
    void a_code_that_the_table_does_not_know_is_refused_and_not_overlooked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table("COLLECT", COLOURS).evaluate(Map.of("colour", "GREEN", "count", 1)))
                .withMessageContaining("colour");
    }

    @Test
    void a_missing_fact_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table("COLLECT", COLOURS).evaluate(Map.of("colour", "RED")))
                .withMessageContaining("count");
    }

    @Test
    void a_fact_of_another_type_than_the_four_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table("COLLECT", COLOURS).evaluate(Map.of("colour", "RED", "count", 1.5)));
    }

    @Test
    void a_single_answer_is_not_taken_from_two_rows() {
        var decision = table("COLLECT", COLOURS).evaluate(Map.of("colour", "RED", "count", 1));

        assertThatIllegalStateException().isThrownBy(() -> decision.single("who"));
    }

    @Test
    void a_row_without_a_clause_is_refused_when_the_table_is_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table("UNIQUE", COLOURS.replace("4: red", "because red")))
                .withMessageContaining("rule_red");
    }

    private static final String COLOURS =
            """
            <rule id="rule_any">
              <description>3.1.d: whatever it is</description>
              <inputEntry id="a1"><text>-</text></inputEntry><inputEntry id="a2"><text>-</text></inputEntry>
              <outputEntry id="a3"><text>"EVERYBODY"</text></outputEntry><outputEntry id="a4"><text>1</text></outputEntry>
            </rule>
            <rule id="rule_red">
              <description>4: red</description>
              <inputEntry id="r1"><text>"RED"</text></inputEntry><inputEntry id="r2"><text>-</text></inputEntry>
              <outputEntry id="r3"><text>"SOMEBODY"</text></outputEntry><outputEntry id="r4"><text>2</text></outputEntry>
            </rule>
            <rule id="rule_many">
              <description>4.1.a: many</description>
              <inputEntry id="m1"><text>"BLUE"</text></inputEntry><inputEntry id="m2"><text>&gt;= 10</text></inputEntry>
              <outputEntry id="m3"><text>"SOMEBODY"</text></outputEntry><outputEntry id="m4"><text>3</text></outputEntry>
            </rule>""";

    private static DecisionTable table(String hitPolicy, String rules) {
        var dmn =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="n">
                  <decision id="colours" name="Colours">
                    <decisionTable id="t" hitPolicy="%s">
                      <input id="i1"><inputExpression id="e1" typeRef="string"><text>colour</text></inputExpression>
                        <inputValues id="v1"><text>"RED", "BLUE"</text></inputValues></input>
                      <input id="i2"><inputExpression id="e2" typeRef="long"><text>count</text></inputExpression></input>
                      <output id="o1" name="who" typeRef="string"/>
                      <output id="o2" name="days" typeRef="integer"/>
                      %s
                    </decisionTable>
                  </decision>
                </definitions>"""
                        .formatted(hitPolicy, rules);
        return DecisionTable.read("colours", "1", new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
    }
}
