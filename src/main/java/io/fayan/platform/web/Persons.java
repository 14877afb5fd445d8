package io.fayan.platform.web;

import io.fayan.kernel.PersonId;
import io.fayan.platform.security.PersonDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Names behind personnel numbers, each read once per request; templates find it as {@code persons}. A page with a list calls
 * {@link #expect} first, so that the list costs one query.
 */
@Component
public class Persons {

    private static final String READ = Persons.class.getName();

    private final PersonDirectory directory;

    Persons(PersonDirectory directory) {
        this.directory = directory;
    }

    /** Reads all of them at once. */
    public void expect(Collection<PersonId> ids) {
        read().putAll(directory.find(ids));
    }

    /** Null for the system and for numbers nobody has. */
    public PersonDirectory.@Nullable Entry of(PersonId id) {
        return PersonId.SYSTEM.equals(id)
                ? null
                : read().computeIfAbsent(id, missing -> directory.find(missing).orElse(null));
    }

    @SuppressWarnings("unchecked")
    private static Map<PersonId, PersonDirectory.Entry> read() {
        var request = RequestContextHolder.currentRequestAttributes();
        var read = (Map<PersonId, PersonDirectory.Entry>) request.getAttribute(READ, RequestAttributes.SCOPE_REQUEST);
        if (read == null) {
            read = new HashMap<>();
            request.setAttribute(READ, read, RequestAttributes.SCOPE_REQUEST);
        }
        return read;
    }
}
