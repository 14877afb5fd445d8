package io.fayan.people.domain;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Lines of who or what stands above whom must end somewhere. */
public final class ReportingLines {

    private ReportingLines() {}

    /**
     * @param above for each member the one above; members at the top are not in it
     * @return every member who stands, through others, above themselves
     */
    public static <T> Set<T> cycles(Map<T, T> above) {
        var inCycle = new LinkedHashSet<T>();
        var settled = new HashSet<T>();
        for (var start : above.keySet()) {
            var path = new LinkedHashSet<T>();
            var at = start;
            while (at != null && !settled.contains(at) && path.add(at)) {
                at = above.get(at);
            }
            if (at != null && !settled.contains(at)) {
                var inside = false;
                for (var member : path) {
                    inside = inside || member.equals(at);
                    if (inside) {
                        inCycle.add(member);
                    }
                }
            }
            settled.addAll(path);
        }
        return inCycle;
    }
}
