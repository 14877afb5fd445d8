package io.fayan.platform.frontdoor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one query may be asked with: plain names with plain values. Camunda evaluates expressions that it finds in
 * {@code orQueries} (CVE-2026-109432), and a name with {@code Expression} or {@code variables} in it asks for more than it
 * seems to; so a query that says anything else is none. What is let through is written anew: the engine never parses what
 * a client sent.
 */
final class Criteria {

    private static final int LONGEST_LIST = 500;
    private static final int MOST_ROWS = 2000;
    private static final int MOST_SORTINGS = 3;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9:._#-]{1,255}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}${}]{1,255}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,3})?(?:Z|[+-]\\d\\d:?\\d\\d)?");

    private enum Kind {
        WORD(value ->
                value.isTextual() && Criteria.WORD.matcher(value.textValue()).matches()),
        TEXT(value ->
                value.isTextual() && Criteria.TEXT.matcher(value.textValue()).matches()),
        TIME(value ->
                value.isTextual() && Criteria.TIME.matcher(value.textValue()).matches()),
        FLAG(JsonNode::isBoolean),
        NUMBER(value -> value.isInt() && value.intValue() >= 0 && value.intValue() <= MOST_ROWS),
        LIST(value -> value.isArray() && value.size() <= LONGEST_LIST && all(value, Kind.WORD.plain)),
        SORTINGS(value -> value.isArray() && value.size() <= MOST_SORTINGS && all(value, Kind::isSorting)),
        EMPTY(value -> false);

        private final Predicate<JsonNode> plain;

        Kind(Predicate<JsonNode> plain) {
            this.plain = plain;
        }

        private static boolean all(JsonNode values, Predicate<JsonNode> plain) {
            for (var value : values) {
                if (!plain.test(value)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isSorting(JsonNode value) {
            return value.isObject()
                    && value.properties().stream()
                            .allMatch(one -> Set.of("sortBy", "sortOrder").contains(one.getKey())
                                    && WORD.plain.test(one.getValue()));
        }
    }

    /** No criteria at all. */
    static final Criteria NONE = new Criteria(Map.of());

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, Kind> known;

    private Criteria(Map<String, Kind> known) {
        this.known = known;
    }

    /** Ids, keys, codes and orders. */
    Criteria words(String... names) {
        return with(Kind.WORD, names);
    }

    /** What somebody typed into a search field. */
    Criteria texts(String... names) {
        return with(Kind.TEXT, names);
    }

    Criteria times(String... names) {
        return with(Kind.TIME, names);
    }

    Criteria flags(String... names) {
        return with(Kind.FLAG, names);
    }

    Criteria numbers(String... names) {
        return with(Kind.NUMBER, names);
    }

    /** Several words each; in a body only. */
    Criteria lists(String... names) {
        return with(Kind.LIST, names);
    }

    /** By what, in which order; in a body only. */
    Criteria sortings(String... names) {
        return with(Kind.SORTINGS, names);
    }

    /** Named by Cockpit, but never with a value that we would carry out. */
    Criteria empty(String... names) {
        return with(Kind.EMPTY, names);
    }

    Criteria and(Criteria others) {
        var all = new LinkedHashMap<>(known);
        all.putAll(others.known);
        return new Criteria(all);
    }

    private Criteria with(Kind kind, String... names) {
        var all = new LinkedHashMap<>(known);
        for (var name : names) {
            all.put(name, kind);
        }
        return new Criteria(all);
    }

    /**
     * The part of an address after the question mark, written anew.
     *
     * @return empty when it holds anything but these criteria, each once
     */
    Optional<Map<String, String>> inAddress(@Nullable String query) {
        var criteria = new LinkedHashMap<String, String>();
        if (query == null || query.isEmpty()) {
            return Optional.of(criteria);
        }
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length != 2) {
                return Optional.empty();
            }
            try {
                var name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                var value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                if (!isPlain(name, typed(known.get(name), value)) || criteria.put(name, value) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(criteria);
    }

    static String address(Map<String, String> criteria) {
        var address = new StringBuilder();
        criteria.forEach((name, value) -> address.append(address.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }

    /**
     * A body in UTF-8, written anew. What is null is left out.
     *
     * @return empty when it is no object of these criteria, each once
     */
    Optional<byte[]> inBody(byte[] sent) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sent));
            if (!(JSON.readTree(text.toString()) instanceof ObjectNode object)) {
                return Optional.empty();
            }
            var criteria = JSON.createObjectNode();
            for (var one : object.properties()) {
                if (one.getValue().isNull() && known.containsKey(one.getKey())) {
                    continue;
                }
                if (!isPlain(one.getKey(), one.getValue())) {
                    return Optional.empty();
                }
                criteria.set(one.getKey(), one.getValue());
            }
            return Optional.of(JSON.writeValueAsBytes(criteria));
        } catch (CharacterCodingException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private boolean isPlain(String name, JsonNode value) {
        var kind = known.get(name);
        return kind != null && kind.plain.test(value);
    }

    /** An address knows texts only: what is asked for as a number or a flag has to look like one. */
    private static JsonNode typed(@Nullable Kind kind, String value) {
        var nodes = JSON.getNodeFactory();
        if (kind == Kind.FLAG && (value.equals("true") || value.equals("false"))) {
            return nodes.booleanNode(value.equals("true"));
        }
        if (kind == Kind.NUMBER && value.matches("\\d{1,9}")) {
            return nodes.numberNode(Integer.parseInt(value));
        }
        return nodes.textNode(value);
    }
}
