package io.fayan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "沈, 知衡, 沈知衡",
        "欧阳, 若溪, 欧阳若溪",
        "김, 민준, 김민준",
        "陳, Yiting, 陳 Yiting",
        "Whitfield, Hannah, Hannah Whitfield",
        "Rivera, Tomás, Tomás Rivera",
        "𠮷田, 健, 𠮷田健"
    })
    void the_family_name_stands_where_its_script_puts_it(String family, String given, String full) {
        assertThat(new PersonName(family, given).full()).isEqualTo(full);
    }

    @Test
    void one_part_is_enough() {
        assertThat(new PersonName("Suharto", "").full()).isEqualTo("Suharto");
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(" ", "Hannah"));
    }
}
