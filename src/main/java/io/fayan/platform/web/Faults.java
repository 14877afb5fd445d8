package io.fayan.platform.web;

import io.fayan.platform.security.StatusProblems;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Faults of ours, each told to the log once, under a random reference that the answer carries too. So the person can say
 * which fault it was, and the log need not say whose.
 */
@Component
class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    /** Without the letters that are taken for digits when somebody reads them out. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    /** What failed here, told with its frames; once a request, wherever it is noticed. */
    void tell(HttpServletRequest request, @Nullable Throwable failure) {
        if (request.getAttribute(StatusProblems.REFERENCE) == null && !(failure instanceof ClientAbortException)) {
            LOG.error("Fault {}: {} {}", reference(request), request.getMethod(), place(request), failure);
        }
    }

    /** An answer that says its cause in a word, and needs no frames. */
    void tell(HttpServletRequest request, int status, Throwable failure) {
        if (request.getAttribute(StatusProblems.REFERENCE) == null) {
            LOG.error(
                    "Fault {}: answered {} to {} {}: {}",
                    reference(request),
                    status,
                    request.getMethod(),
                    place(request),
                    names(failure));
        }
    }

    private String reference(HttpServletRequest request) {
        var reference = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, LETTERS.length()).forEach(i -> reference.append(LETTERS.charAt(i)));
        request.setAttribute(StatusProblems.REFERENCE, reference.toString());
        return reference.toString();
    }

    /** The address as we wrote it, not as somebody filled it in. */
    private static String place(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "-" : pattern.toString();
    }

    private static String names(Throwable failure) {
        var names = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            names.append(names.isEmpty() ? "" : " < ").append(cause.getClass().getSimpleName());
        }
        return names.toString();
    }
}
