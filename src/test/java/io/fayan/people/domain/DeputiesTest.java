package io.fayan.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.PersonId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeputiesTest {

    private final Map<String, String> named = new HashMap<>();
    private final Set<String> gone = new HashSet<>();

    private Optional<String> deputyOf(String person) {
        return Deputies.follow(
                        new PersonId(person),
                        id -> Optional.ofNullable(named.get(id.value())).map(PersonId::new),
                        id -> named.containsKey(id.value()),
                        id -> !gone.contains(id.value()))
                .map(PersonId::value);
    }

    @Test
    void somebody_who_is_there_has_no_deputy() {
        assertThat(deputyOf("A")).isEmpty();
    }

    @Test
    void the_named_deputy_stands_in() {
        named.put("A", "B");

        assertThat(deputyOf("A")).contains("B");
    }

    @Test
    void an_absent_deputy_passes_on_to_the_next() {
        named.putAll(Map.of("A", "B", "B", "C", "C", "D"));

        assertThat(deputyOf("A")).contains("D");
    }

    @Test
    void a_deputy_who_left_ends_the_chain() {
        named.putAll(Map.of("A", "B", "B", "C"));
        gone.add("C");

        assertThat(deputyOf("A")).isEmpty();
    }

    @Test
    void deputies_who_name_each_other_are_nobody() {
        named.putAll(Map.of("A", "B", "B", "C", "C", "B"));

        assertThat(deputyOf("A")).isEmpty();
    }
}
