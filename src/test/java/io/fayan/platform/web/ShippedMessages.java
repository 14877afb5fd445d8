package io.fayan.platform.web;

import io.fayan.platform.calendar.WorkingDays;
import java.time.Clock;

/** The message bundles as they are shipped, for tests that read what people read. */
public final class ShippedMessages {

    private ShippedMessages() {}

    /** @param bundles for example {@code speaking} */
    public static Texts of(String... bundles) {
        var source = new Bundles();
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        for (var bundle : bundles) {
            source.addBasenames("classpath:messages/" + bundle);
        }
        return new Texts(source);
    }

    public static Times times(WorkingDays calendar, Clock clock) {
        return new Times(calendar, clock, of("platform"));
    }
}
