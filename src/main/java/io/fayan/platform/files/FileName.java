package io.fayan.platform.files;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name as somebody may safely see and save it: no folders, nothing invisible, nothing that turns the direction of
 * writing (which can make {@code fdp.exe} look like {@code exe.pdf}), at most 200 characters.
 */
record FileName(String stem, String extension) {

    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 10;

    static FileName cleaned(String given) {
        var name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var visible = new StringBuilder();
        name.codePoints().filter(FileName::visible).forEach(c -> visible.appendCodePoint(forbidden(c) ? '_' : c));
        name = visible.toString().replaceAll("[\\s\\p{Z}]+", " ").replaceAll("^ |[ .]+$", "");
        var dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1);
        if (dot < 0 || extension.length() > LONGEST_EXTENSION) {
            return new FileName(cut(name, LONGEST - 1 - LONGEST_EXTENSION), "");
        }
        return new FileName(
                cut(name.substring(0, dot).replaceAll("^[. ]+| $", ""), LONGEST - 1 - extension.length()),
                extension.toLowerCase(Locale.ROOT));
    }

    /** The whole name; with the type's usual extension when it came without one. */
    String as(FileType type) {
        var ending = extension.isEmpty() ? type.extensions().get(0) : extension;
        return (stem.isEmpty() ? "file" : stem) + "." + ending;
    }

    boolean fits(FileType type) {
        return extension.isEmpty() || type.extensions().contains(extension);
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> Character.isWhitespace(c);
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static boolean forbidden(int c) {
        return "<>:\"|?*".indexOf(c) >= 0;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).strip();
    }
}
