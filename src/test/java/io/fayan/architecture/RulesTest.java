package io.fayan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our classes keep every rule; the package {@code counterexample} breaks every one. */
class RulesTest {

    private static JavaClasses product;
    private static JavaClasses tests;
    private static JavaClasses counterexamples;

    @BeforeAll
    static void read() {
        product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.fayan");
        tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("io.fayan");
        counterexamples = new ClassFileImporter().importPackages("counterexample");
    }

    record Named(String name, ArchRule rule) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> rules() {
        return Arrays.stream(Rules.class.getDeclaredFields())
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .map(RulesTest::named);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps(Named named) {
        named.rule().check(product);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_counterexamples_break(Named named) {
        assertThat(named.rule().evaluate(counterexamples).hasViolation())
                .as("a rule that cannot fail is no rule")
                .isTrue();
    }

    @Test
    void every_counterexample_breaks_some_rule() {
        var reports = rules().flatMap(
                        named -> named.rule().evaluate(counterexamples).getFailureReport().getDetails().stream())
                .collect(Collectors.joining("\n"));

        assertThat(counterexamples)
                .filteredOn(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(reports).contains(c.getName()));
    }

    @Test
    void every_rule_says_why() {
        assertThat(rules())
                .allSatisfy(named -> assertThat(named.rule().getDescription()).contains("because"));
    }

    @Test
    void no_test_sleeps() {
        Rules.NOBODY_SLEEPS.check(tests);
    }

    @Test
    void tests_have_names_that_say_something() {
        Rules.NAMES_SAY_WHAT_A_THING_IS.check(tests);
    }

    private static Named named(Field field) {
        try {
            return new Named(field.getName(), (ArchRule) field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
