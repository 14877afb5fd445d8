package io.fayan.people;

import java.lang.Character.UnicodeScript;

/** A name in its two parts. Which comes first depends on how it is written. */
public record PersonName(String family, String given) {

    public PersonName {
        if (family.isBlank()) {
            throw new IllegalArgumentException("A person has a family name");
        }
    }

    /** 沈知衡, but Hannah Whitfield: East Asian family names come first, others last. */
    public String full() {
        if (given.isBlank()) {
            return family;
        }
        if (!eastAsian(family)) {
            return given + ' ' + family;
        }
        return eastAsian(given) ? family + given : family + ' ' + given;
    }

    private static boolean eastAsian(String part) {
        return switch (UnicodeScript.of(part.codePointAt(0))) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
        };
    }
}
