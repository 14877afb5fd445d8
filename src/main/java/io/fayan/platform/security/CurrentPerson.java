package io.fayan.platform.security;

import io.fayan.kernel.PersonId;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in on this request. */
public final class CurrentPerson {

    private CurrentPerson() {}

    /** @throws IllegalStateException when nobody is signed in; the security chains let no such request this far */
    public static PersonId id() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return new PersonId(authentication.getName());
    }
}
