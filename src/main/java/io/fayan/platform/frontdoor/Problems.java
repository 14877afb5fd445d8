package io.fayan.platform.frontdoor;

import io.fayan.platform.frontdoor.Answer.Kind;
import io.fayan.platform.frontdoor.Answer.Refused;
import io.fayan.platform.web.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Refusals in words: as RFC 9457 problems for our clients, and in the shape Tasklist shows. */
@Component
class Problems {

    /** @param field null when it is about the whole */
    record FieldError(@org.jspecify.annotations.Nullable String field, String message) {}

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    ResponseEntity<ProblemDetail> problem(Refused refused) {
        var status = status(refused.kind());
        var problem = ProblemDetail.forStatusAndDetail(status, summary(refused));
        problem.setTitle(texts.say("frontdoor.refused"));
        problem.setProperty("errors", errors(refused.reasons()));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Tasklist shows the message as a red note; our forms' script puts the errors at their fields. */
    ResponseEntity<Map<String, Object>> forTasklist(Refused refused) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "RestException");
        body.put("message", summary(refused));
        body.put("code", 0);
        body.put("errors", errors(refused.reasons()));
        // Tasklist treats other refusals as the end of the session or as its own fault.
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    List<FieldError> errors(List<Refusal> reasons) {
        return reasons.stream()
                .map(reason -> new FieldError(reason.field(), texts.say(reason)))
                .toList();
    }

    private String summary(Refused refused) {
        var reasons = refused.reasons();
        return reasons.size() == 1 ? texts.say(reasons.get(0)) : texts.say("frontdoor.severalErrors", reasons.size());
    }

    private static HttpStatus status(Kind kind) {
        return switch (kind) {
            case INVALID, KEY_REUSED -> HttpStatus.UNPROCESSABLE_ENTITY;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
    }
}
