package io.fayan.speaking.web;

import io.fayan.kernel.BusinessNumber;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.speaking.Audience;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.SpeakingAs;
import io.fayan.speaking.application.FilingContexts;
import io.fayan.speaking.application.FilingContexts.Copy;
import io.fayan.speaking.application.FilingContexts.Preview;
import io.fayan.speaking.application.SpeakingPages;
import io.fayan.speaking.application.TextDifference;
import io.fayan.speaking.domain.TextVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms ask while they are filled in. Nothing here changes anything. */
@RestController
@RequestMapping("/api/speaking")
class SpeakingApi {

    private final FilingContexts contexts;
    private final SpeakingPages pages;

    SpeakingApi(FilingContexts contexts, SpeakingPages pages) {
        this.contexts = contexts;
        this.pages = pages;
    }

    record PreviewQuestion(
            @NotNull Channel channel,
            @NotNull Audience audience,
            @NotNull SpeakingAs speakingAs,
            @NotEmpty Set<@NotNull ContentClass> contentClasses,
            boolean hasAttachments) {}

    @PostMapping("/preview")
    Preview preview(@Valid @RequestBody PreviewQuestion asked) {
        return contexts.preview(
                asked.channel(), asked.speakingAs(), asked.contentClasses(), asked.audience(), asked.hasAttachments());
    }

    @GetMapping("/requests/{number}/copy")
    ResponseEntity<Copy> copy(@PathVariable String number) {
        return ResponseEntity.of(visible(number).map(contexts::copy));
    }

    record DifferenceQuestion(@NotBlank String number, @NotNull @Size(max = TextVersion.LONGEST) String text) {}

    record DifferenceAnswer(List<TextDifference.Part> parts) {}

    /** The current version against what is being typed. */
    @PostMapping("/difference")
    ResponseEntity<DifferenceAnswer> difference(@Valid @RequestBody DifferenceQuestion asked) {
        return ResponseEntity.of(visible(asked.number())
                .map(contexts::copy)
                .map(current -> new DifferenceAnswer(TextDifference.between(current.text(), asked.text()))));
    }

    private Optional<BusinessNumber> visible(String number) {
        return BusinessNumber.parse(number).filter(found -> pages.visibleTo(CurrentPerson.id(), found));
    }
}
