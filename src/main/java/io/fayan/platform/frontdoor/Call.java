package io.fayan.platform.frontdoor;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call of Camunda's HTTP surface that exists, and who answers it.
 *
 * @param target our answer's path with the path's first group for {@code $1}; null lets the call pass to Camunda
 * @param address the query's known criteria; null leaves the request as it came
 * @param body what a body may say; null when the call has none
 * @param unless a parameter that makes it another application's call of the same path
 */
record Call(
        String method,
        Pattern path,
        @Nullable String target,
        @Nullable Criteria address,
        @Nullable Criteria body,
        @Nullable String unless) {

    static final String API = "/camunda/api";
    static final String ENGINE = API + "/engine/engine/default";

    /** Any id. Only for calls that we answer: where Camunda answers, {@code count} would be one, too. */
    static final String ID = "([A-Za-z0-9:._-]{1,128})";

    /** Passes as it came: files, and what takes no criteria. */
    static Call passes(String path) {
        return new Call("GET", Pattern.compile(path), null, null, null, null);
    }

    static Call answered(String method, String path, String target) {
        return new Call(method, Pattern.compile(path), target, null, null, null);
    }

    /** Answered by us, from a body that was read and written anew. */
    static Call answered(String method, String path, String target, Criteria body) {
        return new Call(method, Pattern.compile(path), target, Criteria.NONE, body, null);
    }

    /** A query that Camunda answers, written anew. */
    static Call asks(String path, Criteria address) {
        return new Call("GET", Pattern.compile(path), null, address, null, null);
    }

    /** A query with criteria in its body. */
    static Call asks(String path, Criteria address, Criteria body) {
        return new Call("POST", Pattern.compile(path), null, address, body, null);
    }

    Call unless(String parameter) {
        return new Call(method, path, target, address, body, parameter);
    }

    /** @return what the path says, or empty when this is another call */
    Optional<Matcher> match(HttpServletRequest request, String asked) {
        var match = path.matcher(asked);
        var meant = method.equals(request.getMethod())
                && match.matches()
                && (unless == null || request.getParameter(unless) == null);
        return meant ? Optional.of(match) : Optional.empty();
    }

    /** Everything but a read needs the token that Camunda's applications send along. */
    boolean needsToken() {
        return method.equals("POST") || method.equals("PUT");
    }

    /** The request as it goes on; empty when it says something that no query of ours may say. */
    Optional<? extends HttpServletRequest> admit(HttpServletRequest request) throws IOException {
        return address == null ? Optional.of(request) : PlainRequest.of(request, address, body);
    }
}
