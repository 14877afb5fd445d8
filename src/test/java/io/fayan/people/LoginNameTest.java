package io.fayan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNameTest {

    @ParameterizedTest
    @CsvSource({"' Li.Wei ', li.wei", "ＬＩ.ｗｅｉ, li.wei", "李维, 李维", "İpek, i̇pek", "a@example.com, a@example.com"})
    void what_people_type_is_folded(String typed, String folded) {
        assertThat(LoginName.parse(typed)).map(LoginName::value).contains(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ".wei", "li wei", "li/wei", "li\u0000wei", "'or'1'='1"})
    void what_no_login_looks_like_is_nobody(String typed) {
        assertThat(LoginName.parse(typed)).isEmpty();
    }

    @Test
    void an_unfolded_value_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LoginName("Li.Wei"));
        assertThat(LoginName.parse("x".repeat(65))).isEmpty();
    }
}
