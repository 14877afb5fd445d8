package io.fayan.speaking.domain;

import java.util.List;

/** What stands in a text and is not seen: marks that turn the direction of reading, spaces without width. */
class HiddenCharacters {

    /** Joins emoji into one picture, which is its proper use. */
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Spell the flags of regions behind an emoji. */
    private static final int FIRST_TAG = 0xE0000;

    private HiddenCharacters() {}

    /** @return each once, by its number in Unicode, for example {@code U+202E} */
    static List<String> in(String text) {
        return text.codePoints()
                .filter(one -> Character.getType(one) == Character.FORMAT)
                .filter(one -> one != ZERO_WIDTH_JOINER && one < FIRST_TAG)
                .sorted()
                .distinct()
                .mapToObj("U+%04X"::formatted)
                .toList();
    }
}
