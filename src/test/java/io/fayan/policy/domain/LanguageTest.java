package io.fayan.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "zh-CN, ZH_CN",
        "zh, ZH_CN",
        "zh-SG, ZH_CN",
        "zh-Hans-TW, ZH_CN",
        "zh-TW, ZH_TW",
        "zh-Hant, ZH_TW",
        "zh-HK, ZH_TW",
        "en, EN",
        "en-GB, EN",
        "fr, ZH_CN"
    })
    void a_reader_gets_the_nearest_language_and_simplified_chinese_when_none_is_near(String reader, Language language) {
        assertThat(Language.nearest(Locale.forLanguageTag(reader))).isEqualTo(language);
    }
}
