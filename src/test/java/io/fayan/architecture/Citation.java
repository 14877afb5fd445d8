package io.fayan.architecture;

import java.util.List;
import java.util.regex.Pattern;

/** The clauses a text begins with: {@code 3.1.d, 3.1.e: the tables say who reviews}. */
final class Citation {

    private static final String CLAUSE = "\\d+(?:\\.\\d+)*(?:\\.[a-z])?";
    private static final Pattern BEGINNING =
            Pattern.compile("\\s*(" + CLAUSE + "(?:, " + CLAUSE + ")*): \\S.*", Pattern.DOTALL);

    private Citation() {}

    /** None when it does not begin with a clause and a colon. */
    static List<String> of(String text) {
        var matcher = BEGINNING.matcher(text == null ? "" : text);
        return matcher.matches() ? List.of(matcher.group(1).split(", ")) : List.of();
    }
}
