package io.fayan.audit.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The one way in which a fact is written down before it is hashed: RFC 8785, of which we need strings, whole numbers and
 * objects. Keys are sorted by UTF-16 code units, nothing is between the tokens, text is not escaped beyond what JSON demands.
 */
public final class CanonicalJson {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Each value as it stands in the text: already quoted, a number, or an object. */
    private final SortedMap<String, String> members = new TreeMap<>();

    private CanonicalJson() {}

    public static CanonicalJson object() {
        return new CanonicalJson();
    }

    public static String of(Map<String, String> facts) {
        var object = object();
        facts.forEach(object::with);
        return object.toString();
    }

    public CanonicalJson with(String key, String value) {
        return withJson(key, quoted(value));
    }

    public CanonicalJson with(String key, long value) {
        return withJson(key, Long.toString(value));
    }

    /** An instant with three decimals, in UTC: {@code 2026-11-22T08:15:00.000Z}. */
    public CanonicalJson with(String key, Instant value) {
        return with(key, MILLIS.format(value));
    }

    /** @param json a value that is canonical already */
    public CanonicalJson withJson(String key, String json) {
        members.put(key, json);
        return this;
    }

    @Override
    public String toString() {
        var text = new StringJoiner(",", "{", "}");
        members.forEach((key, value) -> text.add(quoted(key) + ":" + value));
        return text.toString();
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\t' -> quoted.append("\\t");
                case '\n' -> quoted.append("\\n");
                case '\f' -> quoted.append("\\f");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c < 0x20) {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
