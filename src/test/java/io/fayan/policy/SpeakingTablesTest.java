package io.fayan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.platform.decisions.Decision;
import io.fayan.platform.decisions.ShippedDecisions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two tables of speaking, version 2026: every combination of risk, every row of reviewers. */
class SpeakingTablesTest {

    private final ShippedDecisions decisions = new ShippedDecisions();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # content class,         public, industry, customers, media,  authorities: for the company
            GENERAL,                 LOW,    LOW,      LOW,       MEDIUM, MEDIUM
            HIRING,                  LOW,    LOW,      LOW,       MEDIUM, MEDIUM
            TECHNICAL,               MEDIUM, MEDIUM,   MEDIUM,    HIGH,   HIGH
            PRODUCT_INFORMATION,     MEDIUM, MEDIUM,   MEDIUM,    HIGH,   HIGH
            COMMERCIAL_INFORMATION,  HIGH,   HIGH,     MEDIUM,    HIGH,   HIGH
            MARKET_STRATEGY,         HIGH,   HIGH,     HIGH,      HIGH,   HIGH
            FINANCIAL_FIGURES,       HIGH,   HIGH,     HIGH,      HIGH,   HIGH
            CUSTOMER_REFERENCE,      MEDIUM, MEDIUM,   MEDIUM,    HIGH,   HIGH
            INCIDENT,                HIGH,   HIGH,     HIGH,      HIGH,   HIGH
            """)
    void risk_of_speaking_for_the_company(
            String content, String open, String industry, String customers, String media, String authorities) {
        assertThat(risks(content, "COMPANY")).containsExactly(open, industry, customers, media, authorities);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            GENERAL,                 LOW,    LOW,      LOW,       MEDIUM, MEDIUM
            HIRING,                  LOW,    LOW,      LOW,       MEDIUM, MEDIUM
            TECHNICAL,               LOW,    LOW,      LOW,       MEDIUM, MEDIUM
            PRODUCT_INFORMATION,     MEDIUM, MEDIUM,   MEDIUM,    HIGH,   HIGH
            COMMERCIAL_INFORMATION,  HIGH,   HIGH,     MEDIUM,    HIGH,   HIGH
            MARKET_STRATEGY,         HIGH,   HIGH,     HIGH,      HIGH,   HIGH
            FINANCIAL_FIGURES,       HIGH,   HIGH,     HIGH,      HIGH,   HIGH
            CUSTOMER_REFERENCE,      MEDIUM, MEDIUM,   MEDIUM,    HIGH,   HIGH
            INCIDENT,                HIGH,   HIGH,     HIGH,      HIGH,   HIGH
            """)
    void risk_of_speaking_as_oneself(
            String content, String open, String industry, String customers, String media, String authorities) {
        assertThat(risks(content, "IDENTIFIED_EMPLOYEE"))
                .containsExactly(open, industry, customers, media, authorities);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # beside line manager and communications, at low risk and without files
            GENERAL,                 ''
            HIRING,                  ''
            TECHNICAL,               INFORMATION_SECURITY
            PRODUCT_INFORMATION,     PRODUCT
            COMMERCIAL_INFORMATION,  LEGAL FINANCE
            MARKET_STRATEGY,         STRATEGY
            FINANCIAL_FIGURES,       FINANCE
            CUSTOMER_REFERENCE,      LEGAL INFORMATION_SECURITY
            INCIDENT,                LEGAL
            """)
    void each_kind_of_content_brings_its_owner(String content, String owners) {
        var expected = new java.util.ArrayList<>(List.of("LINE_MANAGER", "COMMUNICATIONS"));
        Arrays.stream(owners.split(" ")).filter(owner -> !owner.isEmpty()).forEach(expected::add);

        assertThat(reviewers(content, "LOW", "COMPANY_ACCOUNT", false)).containsExactlyElementsOf(expected);
    }

    @Test
    void high_risk_brings_legal_whatever_the_content_is() {
        assertThat(reviewers("GENERAL", "HIGH", "OCCASION", false)).contains("LEGAL");
        assertThat(reviewers("GENERAL", "MEDIUM", "OCCASION", false)).doesNotContain("LEGAL");
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, COMPANY_ACCOUNT, true, false",
        "MEDIUM, COMPANY_ACCOUNT, true, true",
        "HIGH, PERSONAL_ACCOUNT, true, true",
        "MEDIUM, PERSONAL_ACCOUNT, false, false",
        "MEDIUM, OCCASION, true, true",
        "HIGH, OCCASION, true, true",
        "HIGH, OCCASION, false, false",
        "LOW, OCCASION, true, false"
    })
    void files_bring_information_security_from_medium_risk_on(
            String risk, String channel, boolean attachments, boolean looked) {
        assertThat(reviewers("GENERAL", risk, channel, attachments).contains("INFORMATION_SECURITY"))
                .isEqualTo(looked);
    }

    @Test
    void a_reviewer_wanted_for_two_reasons_is_answered_with_both() {
        var rows = ask("speaking-reviewers", "CUSTOMER_REFERENCE", "HIGH", "OCCASION", true)
                .rows();

        assertThat(rows)
                .extracting(Decision.Row::rule)
                .containsExactly(
                        "rule_lineManagerAlways",
                        "rule_communicationsAlways",
                        "rule_legalForHighRisk",
                        "rule_legalForCustomer",
                        "rule_informationSecurityForCustomer",
                        "rule_informationSecurityForHandouts");
        assertThat(rows)
                .extracting(Decision.Row::clause)
                .containsExactly("3.1.d", "3.1.d", "4.1.b", "4.1.c", "4.2", "4.2");
    }

    @Test
    void a_kind_of_content_that_the_policy_does_not_know_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> reviewers("GOSSIP", "LOW", "COMPANY_ACCOUNT", false));
        assertThatIllegalArgumentException().isThrownBy(() -> risks("GOSSIP", "COMPANY"));
    }

    private List<Object> risks(String content, String speakingAs) {
        return List.of("PUBLIC", "INDUSTRY", "CUSTOMERS", "MEDIA", "AUTHORITIES").stream()
                .map(audience -> decisions
                        .evaluate(
                                "speaking-risk",
                                "2026",
                                Map.of("contentClass", content, "audience", audience, "speakingAs", speakingAs))
                        .single("risk"))
                .toList();
    }

    private List<Object> reviewers(String content, String risk, String channel, boolean attachments) {
        return ask("speaking-reviewers", content, risk, channel, attachments).rows().stream()
                .map(row -> row.outputs().get("reviewer"))
                .toList();
    }

    private Decision ask(String table, String content, String risk, String channel, boolean attachments) {
        return decisions.evaluate(
                table,
                "2026",
                Map.of("contentClass", content, "risk", risk, "channel", channel, "hasAttachments", attachments));
    }
}
