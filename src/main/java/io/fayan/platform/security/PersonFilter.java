package io.fayan.platform.security;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every request of a signed-in person against the person's row: who has left is signed out at once, in the portal and
 * in Tasklist, and the roles of a request are the row's, never the session's.
 */
class PersonFilter extends OncePerRequestFilter {

    private final PersonDirectory directory;

    PersonFilter(PersonDirectory directory) {
        this.directory = directory;
    }

    static GrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.REQUEST;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && !(signedIn instanceof AnonymousAuthenticationToken)) {
            var entry = active(signedIn.getName());
            var context = SecurityContextHolder.createEmptyContext();
            if (entry.isPresent()) {
                CurrentPerson.remember(request, entry.get());
                var authorities = entry.get().roles().stream()
                        .map(PersonFilter::authority)
                        .toList();
                var today =
                        UsernamePasswordAuthenticationToken.authenticated(signedIn.getPrincipal(), null, authorities);
                today.setDetails(signedIn.getDetails());
                context.setAuthentication(today);
            } else {
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            }
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private Optional<PersonDirectory.Entry> active(String name) {
        return directory.find(new PersonId(name)).filter(PersonDirectory.Entry::active);
    }
}
