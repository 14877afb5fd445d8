package io.fayan.speaking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiddenCharactersTest {

    @Test
    void what_turns_the_reading_or_has_no_width_is_named_once() {
        assertThat(HiddenCharacters.in("Price \u202E0001\u202C yuan\u200B, \u202Etoday\u00AD"))
                .containsExactly("U+00AD", "U+200B", "U+202C", "U+202E");
    }

    @Test
    void chinese_line_breaks_emoji_families_and_flags_hide_nothing() {
        assertThat(HiddenCharacters.in("它，快要开口了。🌊\n第二行\t全角　空格 👨\u200D👩\u200D👧 ❤\uFE0F 🏴\uDB40\uDC67\uDB40\uDC7F"))
                .isEmpty();
    }
}
