package io.fayan.platform.security;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go on after an interruption: a path of this application, never another place. */
public final class LocalPath {

    private static final Pattern SHAPE = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}\\s]{0,1999}");

    private LocalPath() {}

    /** The path when it is one of ours, else {@code fallback}. */
    public static String orElse(@Nullable String path, String fallback) {
        return path != null && SHAPE.matcher(path).matches() ? path : fallback;
    }
}
