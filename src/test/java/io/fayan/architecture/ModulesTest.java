package io.fayan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.FayanApplication;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Every module knows its friends and nobody else. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(FayanApplication.class);

    static Stream<String> modules() {
        return MODULES.stream().map(module -> module.getBasePackage().getName());
    }

    @Test
    void modules_know_only_their_friends() {
        MODULES.verify();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_module_says_what_it_is_and_whom_it_knows(String name) throws ClassNotFoundException {
        var declared = Class.forName(name + ".package-info");

        assertThat(declared).hasAnnotations(ApplicationModule.class, NullMarked.class);
        var module = declared.getAnnotation(ApplicationModule.class);
        assertThat(module.displayName()).isNotBlank();
        assertThat(module.type()).as("an open module hides cycles").isEqualTo(ApplicationModule.Type.CLOSED);
        assertThat(module.allowedDependencies())
                .as("friends are listed, so that a new one is seen in review")
                .doesNotContain(ApplicationModule.OPEN_TOKEN)
                .noneMatch(friend -> friend.endsWith(":: *"));
    }
}
