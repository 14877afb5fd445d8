package io.fayan.platform.frontdoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What of Camunda's HTTP surface exists. Tasklist's calls go to our own answers; a handful of harmless reads pass; whatever
 * is not named here is not there. Servlet filters of equal order stand in no order one could rely on, so what Camunda's own
 * CSRF filter would check is checked here, wherever that one stands.
 */
class FrontDoorFilter extends OncePerRequestFilter {

    private static final String API = "/camunda/api";
    private static final String ENGINE = API + "/engine/engine/default";
    private static final String ID = "([A-Za-z0-9:._-]{1,128})";

    /** @param target our answer's path with groups filled in; null lets the call pass to Camunda */
    private record Rule(String method, Pattern path, @Nullable String target) {
        static Rule answered(String method, String path, String target) {
            return new Rule(method, Pattern.compile(path), "/internal/tasklist" + target);
        }

        static Rule passes(String path) {
            return new Rule("GET", Pattern.compile(path), null);
        }
    }

    private static final List<Rule> RULES = List.of(
            // The application itself: static files and its start page.
            Rule.answered("GET", "/camunda/app/tasklist/scripts/config\\.js", "/config.js"),
            Rule.passes("/camunda/app/tasklist/(default/)?"),
            Rule.passes("/camunda/app/tasklist/[A-Za-z0-9/_-]+(?:\\.[A-Za-z0-9_-]+)+"),
            Rule.passes("/camunda/(?:lib|assets)/[A-Za-z0-9/_-]+(?:\\.[A-Za-z0-9_-]+)+"),
            Rule.passes("/camunda/favicon\\.ico"),
            Rule.passes(API + "/tasklist/plugin/tasklistPlugins/static/app/plugin\\.(css|js)"),
            Rule.passes(API + "/engine/engine/"),
            // Who is signed in.
            Rule.answered("GET", API + "/admin/auth/user/default", "/user"),
            Rule.answered("GET", ENGINE + "/user/" + ID + "/profile", "/user/$1/profile"),
            // Lists and counts, from the work list.
            Rule.answered("GET", ENGINE + "/filter", "/filters"),
            Rule.answered("GET", ENGINE + "/filter/count", "/filters/count"),
            Rule.answered("OPTIONS", ENGINE + "/filter", "/filters/options"),
            Rule.answered("POST", ENGINE + "/filter/" + ID + "/list", "/filters/$1/list"),
            Rule.answered("GET", ENGINE + "/task", "/tasks"),
            Rule.answered("GET", ENGINE + "/task/" + ID, "/tasks/$1"),
            Rule.answered("GET", ENGINE + "/task/" + ID + "/form", "/tasks/$1/form"),
            Rule.answered("GET", ENGINE + "/(?:task|process-definition)/" + ID + "/form-variables", "/nothing"),
            Rule.answered("GET", ENGINE + "/task/" + ID + "/comment", "/none"),
            Rule.answered("GET", ENGINE + "/history/user-operation", "/none"),
            Rule.answered("GET", ENGINE + "/history/user-operation/count", "/zero"),
            // Acting.
            Rule.answered("POST", ENGINE + "/task/" + ID + "/claim", "/tasks/$1/claim"),
            Rule.answered("POST", ENGINE + "/task/" + ID + "/unclaim", "/tasks/$1/unclaim"),
            Rule.answered("POST", ENGINE + "/task/" + ID + "/submit-form", "/tasks/$1/submission"),
            Rule.answered("POST", ENGINE + "/process-definition/" + ID + "/submit-form", "/definitions/$1/submission"),
            // Starting.
            Rule.answered("GET", ENGINE + "/process-definition", "/definitions"),
            Rule.answered("GET", ENGINE + "/process-definition/count", "/definitions/count"),
            Rule.answered("GET", ENGINE + "/process-definition/" + ID + "/startForm", "/definitions/$1/form"),
            Rule.answered("GET", ENGINE + "/process-definition/" + ID + "/xml", "/definitions/$1/diagram"));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        for (var rule : RULES) {
            var match = rule.path().matcher(path);
            if (rule.method().equals(request.getMethod()) && match.matches()) {
                if (request.getMethod().equals("POST") && !carriesToken(request)) {
                    response.sendError(HttpServletResponse.SC_FORBIDDEN);
                    return;
                }
                if (rule.target() == null) {
                    chain.doFilter(request, response);
                } else {
                    var target = match.groupCount() == 0
                            ? rule.target()
                            : rule.target().replace("$1", match.group(1));
                    request.getRequestDispatcher(target).forward(request, response);
                }
                return;
            }
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** The token that Camunda's filter keeps in the session and Tasklist sends back in a header. */
    private static boolean carriesToken(HttpServletRequest request) {
        var session = request.getSession(false);
        var kept = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        var sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return kept instanceof String token
                && sent != null
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
