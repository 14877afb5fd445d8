package io.fayan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class StartConditionsTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void a_start_without_a_purpose_is_refused_with_one_sentence() {
        assertThatThrownBy(() -> StartConditions.check(environment))
                .isInstanceOf(StartConditions.StartRefused.class)
                .hasMessageContaining("--spring.profiles.active=demo or =prod.");
    }

    @Test
    void the_demo_and_production_are_never_one() {
        environment.setActiveProfiles("demo", "prod");
        assertThatThrownBy(() -> StartConditions.check(environment)).hasMessageContaining("not with [demo, prod]");
    }

    @Test
    void production_names_the_secrets_it_misses() {
        environment.setActiveProfiles("prod");
        environment.setProperty("fayan.required-settings", "FAYAN_DB_URL, FAYAN_DB_PASSWORD,FAYAN_AUDIT_SEAL_KEY");
        environment.setProperty("FAYAN_DB_URL", "jdbc:mysql://db/fayan");
        environment.setProperty("FAYAN_DB_PASSWORD", " ");
        assertThatThrownBy(() -> StartConditions.check(environment))
                .hasMessageContaining("[FAYAN_DB_PASSWORD, FAYAN_AUDIT_SEAL_KEY]");
        environment.setProperty("FAYAN_DB_PASSWORD", "a");
        environment.setProperty("FAYAN_AUDIT_SEAL_KEY", "b");
        assertThatCode(() -> StartConditions.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void the_demo_needs_nothing() {
        environment.setActiveProfiles("demo");
        assertThatCode(() -> StartConditions.check(environment)).doesNotThrowAnyException();
    }
}
