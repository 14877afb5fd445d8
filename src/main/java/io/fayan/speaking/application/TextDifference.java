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
        return List.copyOf(parts);
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
