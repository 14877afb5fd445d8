package io.fayan.platform.frontdoor;

import io.fayan.kernel.BusinessNumber;
import io.fayan.platform.frontdoor.Answer.Accepted;
import io.fayan.platform.frontdoor.Answer.Kind;
import io.fayan.platform.frontdoor.Answer.Refused;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.worklist.Matters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The front door for API clients and for the scripts of our forms. */
@RestController
@RequestMapping("/api")
class ApiController {

    private final FrontDoor door;
    private final Problems problems;
    private final Matters matters;

    ApiController(FrontDoor door, Problems problems, Matters matters) {
        this.door = door;
        this.problems = problems;
        this.matters = matters;
    }

    /** @param page where the portal shows the matter */
    record Done(String number, @Nullable String page) {}

    record Checked(List<Problems.FieldError> errors) {}

    @GetMapping("/tasks/{id}/form")
    ResponseEntity<?> taskForm(@PathVariable String id) {
        return found(door.context(CurrentPerson.id(), id));
    }

    @PostMapping("/tasks/{id}/submission")
    ResponseEntity<?> submit(
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Map<String, Object> fields) {
        return keyed(key, valid -> door.submit(CurrentPerson.id(), id, valid, fields), HttpStatus.OK);
    }

    @PostMapping("/tasks/{id}/validation")
    Checked check(@PathVariable String id, @RequestBody Map<String, Object> fields) {
        return new Checked(problems.errors(door.check(CurrentPerson.id(), id, fields)));
    }

    @PostMapping("/tasks/{id}/actions/{action}")
    ResponseEntity<?> act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Map<String, Object> fields) {
        return keyed(key, valid -> door.act(CurrentPerson.id(), id, action, valid, fields), HttpStatus.OK);
    }

    @GetMapping("/starts/{process}/form")
    ResponseEntity<?> startForm(@PathVariable String process) {
        return found(door.startContext(CurrentPerson.id(), process));
    }

    @PostMapping("/starts/{process}/submission")
    ResponseEntity<?> start(
            @PathVariable String process,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Map<String, Object> fields) {
        return keyed(key, valid -> door.start(CurrentPerson.id(), process, valid, fields), HttpStatus.CREATED);
    }

    @PostMapping("/starts/{process}/validation")
    Checked checkStart(@PathVariable String process, @RequestBody Map<String, Object> fields) {
        return new Checked(problems.errors(door.checkStart(process, fields)));
    }

    @PostMapping("/matters/{number}/actions/{action}")
    ResponseEntity<?> actOnMatter(
            @PathVariable String number,
            @PathVariable String action,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Map<String, Object> fields) {
        return BusinessNumber.parse(number)
                .<ResponseEntity<?>>map(matter ->
                        keyed(key, valid -> door.act(CurrentPerson.id(), matter, action, valid, fields), HttpStatus.OK))
                .orElseGet(() -> found(Optional.empty()));
    }

    private ResponseEntity<?> keyed(String key, Function<String, Answer> command, HttpStatus success) {
        if (!SubmissionKey.valid(key)) {
            return problems.problem(Refused.of(Kind.INVALID, Refusal.because("frontdoor.keyInvalid")));
        }
        var answer = command.apply(key);
        if (answer instanceof Accepted accepted) {
            return ResponseEntity.status(success).body(new Done(accepted.number(), page(accepted.number())));
        }
        return problems.problem((Refused) answer);
    }

    private @Nullable String page(String number) {
        var matter = new BusinessNumber(number);
        return matters.page(matter).map(page -> page.path(matter)).orElse(null);
    }

    private ResponseEntity<?> found(Optional<Object> context) {
        return context.<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> problems.problem(Refused.of(Kind.NOT_FOUND, Refusal.because("frontdoor.notFound"))));
    }
}
