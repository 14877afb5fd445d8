package io.fayan.platform.files;

import io.fayan.kernel.PersonId;
import io.fayan.platform.files.Files.Received;
import io.fayan.platform.files.Files.Refused;
import io.fayan.platform.files.Files.StoredFile;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.web.Texts;
import io.fayan.platform.worklist.Matters;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;

/** Takes uploads and hands files out; a file is never shown inside our pages. */
@RestController
class FileController {

    private final StoredFiles files;
    private final Matters matters;
    private final Refusals refusals;

    FileController(StoredFiles files, Matters matters, Refusals refusals) {
        this.files = files;
        this.matters = matters;
        this.refusals = refusals;
    }

    /**
     * What a submission needs to name the file, and what people see of it.
     *
     * @param size in bytes
     * @param hash the first digits of the SHA-256, to compare by eye
     */
    record Uploaded(UUID id, String name, String type, long size, String sha256, String hash) {

        static Uploaded of(StoredFile file) {
            return new Uploaded(
                    file.id(),
                    file.name(),
                    file.type(),
                    file.size(),
                    file.sha256().value(),
                    file.sha256().abbreviated());
        }
    }

    @PostMapping(path = "/api/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> upload(@RequestParam("file") MultipartFile file) throws IOException {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var receipt = files.receive(CurrentPerson.id(), name, file.getBytes());
        if (receipt instanceof Refused refused) {
            return refusals.problem(HttpStatus.UNPROCESSABLE_ENTITY, refused.message());
        }
        var uploaded = Uploaded.of(((Received) receipt).file());
        return ResponseEntity.created(URI.create("/files/" + uploaded.id())).body(uploaded);
    }

    @GetMapping("/files/{id}")
    ResponseEntity<byte[]> download(@PathVariable String id) {
        var person = CurrentPerson.id();
        return parsed(id)
                .flatMap(files::find)
                .filter(row -> mayRead(person, row))
                .map(row -> attachment(row.file()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean mayRead(PersonId person, StoredFiles.Row row) {
        var matter = row.matter();
        if (matter == null) {
            return row.file().uploader().equals(person);
        }
        return matters.page(matter).map(page -> page.visibleTo(person, matter)).orElse(false);
    }

    private ResponseEntity<byte[]> attachment(StoredFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(files.content(file.id()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noFile(MissingServletRequestPartException e) {
        return refusals.problem(HttpStatus.BAD_REQUEST, Inspection.Reason.EMPTY.message());
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Refusals in words; what is too large Spring refuses before any controller sees it. */
    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Refusals {

        private final Texts texts;

        Refusals(Texts texts) {
            this.texts = texts;
        }

        @ExceptionHandler
        ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, Inspection.Reason.SIZE.message());
        }

        @ExceptionHandler
        ResponseEntity<ProblemDetail> cutOff(MultipartException e) {
            return problem(HttpStatus.BAD_REQUEST, Inspection.Reason.DAMAGED.message());
        }

        ResponseEntity<ProblemDetail> problem(HttpStatus status, String message) {
            var said = texts.say(message);
            var problem = ProblemDetail.forStatusAndDetail(status, said);
            problem.setTitle(texts.say("files.refused"));
            problem.setProperty("errors", List.of(Map.of("field", "file", "message", said)));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
    }
}
