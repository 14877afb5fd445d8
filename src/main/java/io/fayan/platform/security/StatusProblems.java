package io.fayan.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Refusals of the API in RFC 9457's shape, in the language of the request, with nothing of the inside in them. */
@Component
public class StatusProblems {

    /** The request attribute under which a fault's reference is told to the answer. */
    public static final String REFERENCE = StatusProblems.class.getName() + ".reference";

    private final ObjectMapper json;
    private final MessageSource messages;
    private final LocaleResolver languages;

    StatusProblems(ObjectMapper json, MessageSource messages, LocaleResolver languages) {
        this.json = json;
        this.messages = messages;
        this.languages = languages;
    }

    /** Answers with the status and its message {@code error.<status>.title} and {@code .text}. */
    public void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        var language = languages.resolveLocale(request);
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", messages.getMessage("error." + known(status) + ".title", null, language));
        problem.put("status", status);
        problem.put("detail", messages.getMessage("error." + known(status) + ".text", null, language));
        if (request.getAttribute(REFERENCE) != null) {
            problem.put("reference", request.getAttribute(REFERENCE));
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        json.writeValue(response.getOutputStream(), problem);
    }

    /** The status whose words are said for this one. */
    public static int known(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503 -> status;
            default -> status >= 500 ? 500 : 400;
        };
    }
}
