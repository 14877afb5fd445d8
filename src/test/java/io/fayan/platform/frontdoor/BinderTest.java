package io.fayan.platform.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** Whatever is sent becomes a record or a refusal at its field, never a failure. */
class BinderTest {

    enum Kind {
        ONE,
        TWO
    }

    record Form(
            @NotBlank @Size(max = 5) String title,
            @NotEmpty Set<Kind> kinds,
            @Size(max = 2) List<Integer> files,
            @Nullable LocalDateTime at,
            boolean urgent) {}

    private final Binder binder = new Binder(
            Jackson2ObjectMapperBuilder.json().build(),
            Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void fields_of_a_form_become_its_record() {
        assertThat(binder.bind(Form.class, with("at", "2026-11-26T10:00")).record())
                .isEqualTo(new Form(
                        "😀 A", Set.of(Kind.ONE, Kind.TWO), List.of(7), LocalDateTime.parse("2026-11-26T10:00"), true));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " ")
    void choices_that_are_not_made_are_asked_for(@Nullable String none) {
        assertThat(refusals(with("kinds", none))).containsExactly("kinds frontdoor.constraint.NotEmpty");
        assertThat(refusals(with("files", none))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u3000\u3000", "\u200b", "\u202e\u2066", "\r\n\t"})
    void text_in_which_nobody_sees_anything_is_none(String invisible) {
        assertThat(refusals(with("title", invisible))).containsExactly("title frontdoor.constraint.NotBlank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud83d", "\ude00b", "a\u0000b"})
    void text_that_could_not_be_kept_as_it_was_written_is_refused(String broken) {
        assertThat(refusals(with("title", broken))).containsExactly("title frontdoor.field.unreadable");
    }

    @Test
    void nothing_among_several_is_unreadable() {
        assertThat(refusals(with("kinds", Arrays.asList("ONE", null))))
                .containsExactly("kinds frontdoor.field.unreadable");
        assertThat(refusals(with("files", Arrays.asList(1, null)))).containsExactly("files frontdoor.field.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-01T10:00", "9999-12-01T10:00", "2038-01-01T00:00", "1970-12-31T23:59"})
    void moment_that_no_database_keeps_is_unreadable(String moment) {
        assertThat(refusals(with("at", moment))).containsExactly("at frontdoor.field.unreadable");
    }

    @Test
    void too_many_are_counted_as_items_and_too_long_in_characters() {
        assertThat(refusals(with("files", "1,2,3"))).containsExactly("files frontdoor.constraint.Size.items 2");
        assertThat(refusals(with("title", "abcdef"))).containsExactly("title frontdoor.constraint.Size 5");
    }

    private List<String> refusals(Map<String, ?> fields) {
        return binder.bind(Form.class, fields).refusals().stream()
                .map(refusal -> (refusal.field() + " " + refusal.message() + " "
                                + String.join(
                                        " ",
                                        refusal.arguments().stream()
                                                .map(String::valueOf)
                                                .toList()))
                        .strip())
                .toList();
    }

    private static Map<String, Object> with(String name, @Nullable Object value) {
        var fields = new HashMap<String, Object>(
                Map.of("title", "😀 A", "kinds", "ONE,TWO", "files", List.of(7), "urgent", "true"));
        fields.put(name, value);
        return fields;
    }
}
