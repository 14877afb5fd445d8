package io.fayan.speaking.application;

import static io.fayan.speaking.application.TextDifference.Kind.ADDED;
import static io.fayan.speaking.application.TextDifference.Kind.REMOVED;
import static io.fayan.speaking.application.TextDifference.Kind.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.speaking.application.TextDifference.Part;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDifferenceTest {

    @Test
    void unchanged_text_is_one_part() {
        assertThat(TextDifference.between("一样的话", "一样的话")).containsExactly(new Part(SAME, "一样的话"));
    }

    @Test
    void changes_that_two_characters_keep_apart_are_read_as_one() {
        assertThat(TextDifference.between("行业首创离线全双工对话", "也能离线连续对话"))
                .containsExactly(new Part(REMOVED, "行业首创离线全双工"), new Part(ADDED, "也能离线连续"), new Part(SAME, "对话"));
    }

    @Test
    void three_characters_between_two_changes_stay_as_they_are() {
        assertThat(TextDifference.between("甲中间的乙", "丙中间的丁"))
                .containsExactly(
                        new Part(REMOVED, "甲"),
                        new Part(ADDED, "丙"),
                        new Part(SAME, "中间的"),
                        new Part(REMOVED, "乙"),
                        new Part(ADDED, "丁"));
    }

    @ParameterizedTest
    @CsvSource({"各位好，开源啦, 大家好，开放了", "a b c d, a x c y", "'', 新的", "旧的, ''", "'一\n二\n三', '一\n二改\n四'"})
    void both_texts_can_be_put_together_again(String before, String after) {
        var parts = TextDifference.between(before, after);
        assertThat(parts.stream()
                        .filter(part -> part.kind() != ADDED)
                        .map(Part::text)
                        .collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(parts.stream()
                        .filter(part -> part.kind() != REMOVED)
                        .map(Part::text)
                        .collect(Collectors.joining()))
                .isEqualTo(after);
    }
}
