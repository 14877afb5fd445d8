package io.fayan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalisedNameTest {

    private final LocalisedName name = new LocalisedName("信息技术部", "資訊部", "IT Operations");

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 信息技术部",
        "zh, 信息技术部",
        "zh-TW, 資訊部",
        "zh-HK, 資訊部",
        "zh-Hant, 資訊部",
        "en, IT Operations",
        "en-GB, IT Operations",
        "fr, 信息技术部"
    })
    void each_reader_gets_the_nearest_language(String tag, String said) {
        assertThat(name.in(Locale.forLanguageTag(tag))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"'',b,c", "a,' ',c", "a,b,''"})
    void no_language_is_left_out(String zhCn, String zhTw, String en) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalisedName(zhCn, zhTw, en));
    }
}
