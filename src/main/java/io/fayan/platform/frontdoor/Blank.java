package io.fayan.platform.frontdoor;

/** A text of blanks, direction marks and the like has nothing to read in it. */
public final class Blank {

    private Blank() {}

    public static boolean is(String text) {
        return text.codePoints().noneMatch(Blank::visible);
    }

    private static boolean visible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT
                && Character.getType(character) != Character.CONTROL;
    }
}
