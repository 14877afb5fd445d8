package io.fayan.notification;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.platform.web.MatterPage;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Matters {@code ZN-…} of tests, visible to everybody but those whom a test shuts out. */
@Component
public class InboxMatters implements MatterPage {

    public final Set<PersonId> shutOut = new HashSet<>();

    @Override
    public String prefix() {
        return "ZN";
    }

    @Override
    public String subject(BusinessNumber number) {
        return "Panel at the Auto Show";
    }

    @Override
    public boolean visibleTo(PersonId person, BusinessNumber number) {
        return !shutOut.contains(person);
    }

    @Override
    public Set<PersonId> conflicted(BusinessNumber number, String element) {
        return Set.of();
    }

    @Override
    public String path(BusinessNumber number) {
        return "/test/" + number;
    }
}
