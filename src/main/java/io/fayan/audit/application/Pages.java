package io.fayan.audit.application;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows read page by page, one page in memory. */
final class Pages<T> {

    private final Function<@Nullable T, List<T>> after;
    private List<T> page = List.of();
    private int position;
    private @Nullable T last;
    private boolean ended;

    /** @param after the page that follows a row, the first page for null; empty at the end */
    Pages(Function<@Nullable T, List<T>> after) {
        this.after = after;
    }

    /** The next row, which stays the next until it is taken; null at the end. */
    @Nullable
    T peek() {
        if (position == page.size() && !ended) {
            page = after.apply(last);
            position = 0;
            ended = page.isEmpty();
        }
        return ended ? null : page.get(position);
    }

    /** Takes the row that {@link #peek} showed. */
    void take() {
        last = page.get(position);
        position++;
    }
}
