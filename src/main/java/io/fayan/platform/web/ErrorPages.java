package io.fayan.platform.web;

import io.fayan.platform.security.StatusProblems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is said when an answer failed: a page for people, a problem for programs, never anything of the inside. */
@Controller
class ErrorPages implements ErrorController {

    private final StatusProblems problems;
    private final Faults faults;
    private final long largestUpload;
    private final long largestForm;

    ErrorPages(StatusProblems problems, Faults faults, MultipartProperties uploads, ServerProperties server) {
        this.problems = problems;
        this.faults = faults;
        this.largestUpload = uploads.getMaxFileSize().toBytes();
        this.largestForm = server.getTomcat().getMaxHttpFormPostSize().toBytes();
    }

    @RequestMapping("${server.error.path:/error}")
    @Nullable
    String failed(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code == null
                ? HttpServletResponse.SC_NOT_FOUND
                : tooLarge(request, code) ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : code;
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            // Spring's own resolvers answer some faults without throwing them further.
            faults.tell(request, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        if (!isPage(request, String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))) {
            problems.answer(request, response, status);
            return null;
        }
        response.setStatus(status);
        model.addAttribute("status", StatusProblems.known(status));
        model.addAttribute("reference", request.getAttribute(StatusProblems.REFERENCE));
        return "portal/error";
    }

    /** What is too large is not read, so its token was missed first; its size is what its sender can do something about. */
    private boolean tooLarge(HttpServletRequest request, int code) {
        var type = String.valueOf(request.getContentType());
        var length = request.getContentLengthLong();
        return code == HttpServletResponse.SC_FORBIDDEN
                && (type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE) && length > largestUpload
                        || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) && length > largestForm);
    }

    /** Does a person look at the answer? */
    static boolean isPage(HttpServletRequest request, String uri) {
        var path = uri.substring(Math.min(uri.length(), request.getContextPath().length()));
        if (path.startsWith("/api/") || path.startsWith("/internal/") || path.startsWith("/camunda/api/")) {
            return false;
        }
        var accept = request.getHeader("Accept");
        return accept == null || accept.contains("*/*") || accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
