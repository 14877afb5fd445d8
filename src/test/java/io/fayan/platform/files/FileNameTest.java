package io.fayan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "发布会讲稿.PDF | 发布会讲稿.pdf",
                "C:\\Users\\wang\\draft.pdf | draft.pdf",
                "../../etc/draft.pdf | draft.pdf",
                "a<b>:c?.pdf | a_b__c_.pdf",
                "  two   words .pdf | two words.pdf",
                "draft.pdf. | draft.pdf",
                ".pdf | file.pdf",
                "draft | draft.pdf",
                "v1.0 final.pdf | v1.0 final.pdf",
                "... | file.pdf",
            })
    void a_name_is_cleaned_before_it_is_kept(String given, String kept) {
        assertThat(FileName.cleaned(given).as(FileType.PDF)).isEqualTo(kept);
    }

    @Test
    void what_turns_the_direction_of_writing_or_cannot_be_seen_is_dropped() {
        assertThat(FileName.cleaned("draft\u202Efdp.exe").extension()).isEqualTo("exe");
        assertThat(FileName.cleaned("dr\u200Baft\u0000\u0007.pdf").as(FileType.PDF))
                .isEqualTo("draft.pdf");
        assertThat(FileName.cleaned("a\r\nSet-Cookie: x.pdf").as(FileType.PDF)).isEqualTo("a Set-Cookie_ x.pdf");
    }

    @Test
    void a_name_has_at_most_200_characters_and_keeps_its_extension() {
        var kept = FileName.cleaned("长".repeat(500) + ".pdf").as(FileType.PDF);
        assertThat(kept).hasSize(200).endsWith("长.pdf");
        assertThat(FileName.cleaned("𠮷".repeat(300) + ".pdf").as(FileType.PDF).length())
                .isLessThanOrEqualTo(200);
        assertThat(FileName.cleaned("x".repeat(500)).as(FileType.DOCX)).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void an_extension_fits_its_type_or_is_missing() {
        assertThat(FileName.cleaned("a.jpeg").fits(FileType.JPEG)).isTrue();
        assertThat(FileName.cleaned("a").fits(FileType.JPEG)).isTrue();
        assertThat(FileName.cleaned("a.exe").fits(FileType.JPEG)).isFalse();
        assertThat(FileName.cleaned("a.pdf.exe").fits(FileType.PDF)).isFalse();
    }
}
