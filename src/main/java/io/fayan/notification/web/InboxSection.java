package io.fayan.notification.web;

import io.fayan.kernel.PersonId;
import io.fayan.notification.application.Inbox;
import io.fayan.notification.application.Inbox.Line;
import io.fayan.platform.web.HomeSection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The newest unread messages on the home page; nothing when all are read. */
@Component
class InboxSection implements HomeSection {

    private static final int SHOWN = 4;

    private final Inbox inbox;

    InboxSection(Inbox inbox) {
        this.inbox = inbox;
    }

    record Section(List<Line> lines, long unread) {}

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String fragment() {
        return "notification/inbox :: home";
    }

    @Override
    public @Nullable Section model(PersonId person) {
        var unread = inbox.list(person, true, 0, SHOWN, LocaleContextHolder.getLocale());
        return unread.total() == 0 ? null : new Section(unread.lines(), unread.total());
    }
}
