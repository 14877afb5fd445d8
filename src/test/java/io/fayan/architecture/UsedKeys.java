package io.fayan.architecture;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The message keys that a file asks for. A key that is put together is known by its beginning: it ends with a star.
 *
 * <p>Keys that come out of a variable are not seen here.
 */
final class UsedKeys {

    private static final Pattern PARSER_COMMENT = Pattern.compile("<!--/\\*.*?\\*/-->", Pattern.DOTALL);
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([^}]*)");
    private static final Pattern MSG = Pattern.compile("#messages\\.msg\\w*\\(\\s*'([^']+)'(\\s*\\+)?");

    private static final Pattern IN_FORM = Pattern.compile("data-(?:text|label|placeholder)=\"([^\"]*)\"");
    private static final Pattern SAY = Pattern.compile("\\bsay\\(([^,()]*)");
    private static final Pattern QUOTED = Pattern.compile("'([\\w.-]+)'(\\s*\\+)?|`([\\w.-]*)\\$\\{");

    private static final Pattern IN_CALL = Pattern.compile(
            "(?:Refusal\\.because\\(|\\.say\\(|getMessage\\(|Refusal\\.at\\(\\s*[^;]{0,60}?,|\\.in\\(\\s*[^,;]{1,60},)\\s*\"([\\w.-]+)\"(\\s*\\+)?");

    private static final Pattern LONG_LITERAL = Pattern.compile("\"(([a-z][a-z-]*)(?:\\.[\\w-]+){2,}\\.?)\"(\\s*\\+)?");

    private UsedKeys() {}

    static Set<String> ofTemplate(String html) {
        var keys = new TreeSet<String>();
        var text = PARSER_COMMENT.matcher(html).replaceAll("");
        IN_TEMPLATE.matcher(text).results().map(match -> match.group(1).strip()).forEach(expression -> {
            if (expression.startsWith("${") || expression.startsWith("__")) {
                return;
            }
            var plain = expression.replaceAll("^[|']", "");
            var dynamic = Stream.of(plain.indexOf("${"), plain.indexOf("__$"), plain.indexOf("'"))
                    .filter(at -> at > 0)
                    .min(Integer::compare);
            var arguments = plain.indexOf('(');
            if (arguments > 0 && (dynamic.isEmpty() || arguments < dynamic.get())) {
                keys.add(plain.substring(0, arguments).strip());
            } else {
                keys.add(dynamic.map(at -> plain.substring(0, at) + "*").orElse(plain.replaceAll("\\|$", "")));
            }
        });
        MSG.matcher(text).results().forEach(match -> keys.add(match.group(1) + (match.group(2) == null ? "" : "*")));
        return keys;
    }

    static Set<String> ofForm(String html) {
        var keys = new TreeSet<String>();
        IN_FORM.matcher(html).results().forEach(match -> keys.add(match.group(1)));
        return keys;
    }

    /** {@code say('…')} of the forms' scripts leaves the prefix {@code form.} out. */
    static Set<String> ofScript(String script) {
        var keys = new TreeSet<String>();
        SAY.matcher(script).results().forEach(call -> {
            // What stands before a question mark is compared, not said.
            var said = call.group(1).substring(call.group(1).indexOf('?') + 1);
            QUOTED.matcher(said)
                    .results()
                    .forEach(key -> keys.add("form."
                            + (key.group(3) != null
                                    ? key.group(3) + "*"
                                    : key.group(1) + (key.group(2) == null ? "" : "*"))));
        });
        return keys;
    }

    /** @param modules first parts of keys; a literal of three parts that begins with one is a key */
    static Set<String> ofSource(String java, Set<String> modules) {
        var keys = new TreeSet<String>();
        IN_CALL.matcher(java)
                .results()
                .filter(match -> match.group(1).contains("."))
                .forEach(match -> keys.add(match.group(1) + (match.group(2) == null ? "" : "*")));
        LONG_LITERAL
                .matcher(java)
                .results()
                .filter(match -> modules.contains(match.group(2)))
                .forEach(match -> keys.add(match.group(1)
                        + (match.group(3) == null && !match.group(1).endsWith(".") ? "" : "*")));
        return keys;
    }

    /** Does one of these keys answer it? */
    static boolean answered(String used, Set<String> keys) {
        return used.endsWith("*")
                ? keys.stream().anyMatch(key -> key.startsWith(used.substring(0, used.length() - 1)))
                : keys.contains(used);
    }
}
