package io.fayan.platform.frontdoor;

import io.fayan.kernel.Role;
import io.fayan.platform.security.CurrentPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What of Camunda's HTTP surface exists: Tasklist's calls for everybody, Cockpit's for operations besides. Whatever these
 * lists do not name is not there. Servlet filters of equal order stand in no order one could rely on, so what Camunda's own
 * CSRF filter would check is checked here, wherever that one stands.
 */
class FrontDoorFilter extends OncePerRequestFilter {

    private static final List<Call> EVERYBODY = TasklistCalls.ALL;
    private static final List<Call> OPERATIONS =
            Stream.concat(CockpitCalls.ALL.stream(), TasklistCalls.ALL.stream()).toList();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        // The person's row decides, as read for this request.
        for (var call : CurrentPerson.has(Role.OPERATIONS) ? OPERATIONS : EVERYBODY) {
            var match = call.match(request, path);
            if (match.isPresent()) {
                take(call, match.get(), request, response, chain);
                return;
            }
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static void take(
            Call call, Matcher match, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (call.needsToken() && !carriesToken(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var admitted = call.admit(request);
        if (admitted.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (call.target() == null) {
            chain.doFilter(admitted.get(), response);
        } else {
            var target = match.groupCount() == 0 ? call.target() : call.target().replace("$1", match.group(1));
            request.getRequestDispatcher("/internal" + target).forward(admitted.get(), response);
        }
    }

    /** The token that Camunda's filter keeps in the session and its applications send back in a header. */
    private static boolean carriesToken(HttpServletRequest request) {
        var session = request.getSession(false);
        var kept = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        var sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return kept instanceof String token
                && sent != null
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
