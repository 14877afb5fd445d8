package io.fayan.platform.security;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in on this request. */
public final class CurrentPerson {

    private static final String ENTRY = CurrentPerson.class.getName();

    private CurrentPerson() {}

    /** @throws IllegalStateException when nobody is signed in; the security chains let no such request this far */
    public static PersonId id() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return new PersonId(authentication.getName());
    }

    /** Does the person's row, as read for this request, hold one of these roles? */
    public static boolean has(Role... roles) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return false;
        }
        for (var role : roles) {
            if (authentication.getAuthorities().contains(PersonFilter.authority(role))) {
                return true;
            }
        }
        return false;
    }

    /** The person's row as read for this request; empty when nobody is signed in. Also there on error pages. */
    public static Optional<PersonDirectory.Entry> entry(HttpServletRequest request) {
        return Optional.ofNullable((PersonDirectory.Entry) request.getAttribute(ENTRY));
    }

    static void remember(HttpServletRequest request, PersonDirectory.Entry entry) {
        request.setAttribute(ENTRY, entry);
    }
}
