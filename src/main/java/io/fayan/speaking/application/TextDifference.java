package io.fayan.speaking.application;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed from one text to another: by Chinese character and by word, in long texts by sentence. */
public final class TextDifference {

    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    public record Part(Kind kind, String text) {}

    private static final Pattern FINE =
            Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+|\\s+|.", Pattern.DOTALL);
    private static final Pattern COARSE = Pattern.compile("[^。！？.!?\\n]*[。！？.!?\\n]+|[^。！？.!?\\n]+");

    /** Above this many pieces a comparison piece by piece would take longer than anybody wants to wait. */
    private static final int MOST_PIECES = 6_000;

    /** What stayed the same between two changes is shown as such from three characters on. */
    private static final int SHORTEST_ISLAND = 2;

    private TextDifference() {}

    public static List<Part> between(String before, String after) {
        var old = pieces(FINE, before);
        var now = pieces(FINE, after);
        if (old.size() + now.size() > MOST_PIECES) {
            old = pieces(COARSE, before);
            now = pieces(COARSE, after);
        }
        var patch = DiffUtils.diff(
                old, now, MyersDiffWithLinearSpace.<String>factory().create(), null, true);
        var parts = new ArrayList<Part>();
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            var source = String.join("", delta.getSource().getLines());
            var target = String.join("", delta.getTarget().getLines());
            switch (delta.getType()) {
                case EQUAL -> add(parts, Kind.SAME, source);
                case DELETE -> add(parts, Kind.REMOVED, source);
                case INSERT -> add(parts, Kind.ADDED, target);
                case CHANGE -> {
                    add(parts, Kind.REMOVED, source);
                    add(parts, Kind.ADDED, target);
                }
            }
        }
        return readable(parts);
    }

    /** Changes that only a character or two keep apart are read as one: what was taken out, then what was put in. */
    private static List<Part> readable(List<Part> parts) {
        var readable = new ArrayList<Part>();
        var removed = new StringBuilder();
        var added = new StringBuilder();
        for (var at = 0; at < parts.size(); at++) {
            var part = parts.get(at);
            var between = part.kind() == Kind.SAME
                    && removed.length() + added.length() > 0
                    && at + 1 < parts.size()
                    && part.text().length() <= SHORTEST_ISLAND
                    && part.text().indexOf('\n') < 0;
            if (part.kind() == Kind.SAME && !between) {
                flush(readable, removed, added);
                readable.add(part);
            } else {
                if (part.kind() != Kind.ADDED) {
                    removed.append(part.text());
                }
                if (part.kind() != Kind.REMOVED) {
                    added.append(part.text());
                }
            }
        }
        flush(readable, removed, added);
        return List.copyOf(readable);
    }

    private static void flush(List<Part> parts, StringBuilder removed, StringBuilder added) {
        add(parts, Kind.REMOVED, removed.toString());
        add(parts, Kind.ADDED, added.toString());
        removed.setLength(0);
        added.setLength(0);
    }

    private static List<String> pieces(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Part> parts, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        var last = parts.size() - 1;
        if (last >= 0 && parts.get(last).kind() == kind) {
            parts.set(last, new Part(kind, parts.get(last).text() + text));
        } else {
            parts.add(new Part(kind, text));
        }
    }
}
