package io.fayan.platform.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.FayanApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The command without a database to read; with one it is tried in {@code WorkListCheckTest}. */
class CheckWorkListCommandTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void is_wanted_only_when_asked_for() {
        assertThat(CheckWorkListCommand.wanted("--spring.profiles.active=prod", "--fayan.check-worklist"))
                .isTrue();
        assertThat(CheckWorkListCommand.wanted("--fayan.check-worklist=true")).isTrue();
        assertThat(CheckWorkListCommand.wanted("--fayan.check-worklist=repair")).isTrue();
        assertThat(CheckWorkListCommand.wanted("--fayan.check-worklist=false")).isFalse();
        assertThat(CheckWorkListCommand.wanted("--spring.profiles.active=prod")).isFalse();
    }

    @Test
    void without_a_database_it_says_which_argument_is_missing() {
        assertThat(run("--fayan.check-worklist")).isEqualTo(CheckWorkListCommand.NOT_CHECKED);
        assertThat(said()).startsWith("NOT CHECKED").contains("--spring.profiles.active=prod");
    }

    @Test
    void an_empty_database_is_not_called_equal() {
        assertThat(run("--fayan.check-worklist", "--spring.datasource.url=jdbc:h2:mem:empty"))
                .isEqualTo(CheckWorkListCommand.NOT_CHECKED);
        assertThat(said()).contains("NOT CHECKED: the tables cannot be read");
    }

    @Test
    void an_empty_database_is_not_repaired() {
        assertThat(run("--fayan.check-worklist=repair", "--spring.datasource.url=jdbc:h2:mem:nothing"))
                .isEqualTo(CheckWorkListCommand.NOT_CHECKED);
        assertThat(said()).contains("NOT CHECKED");
    }

    private int run(String... arguments) {
        return CheckWorkListCommand.run(
                new PrintStream(printed, true, StandardCharsets.UTF_8), FayanApplication.class, arguments);
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
