package io.fayan.speaking.web;

import io.fayan.kernel.BusinessNumber;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.speaking.application.Dossier;
import io.fayan.speaking.application.Dossiers;
import io.fayan.speaking.application.SpeakingNumbers;
import io.fayan.speaking.application.SpeakingPages;
import io.fayan.speaking.application.TextDifference.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of one request. A number that the reader may not see answers exactly like one that does not exist. */
@Controller
class RequestPageController {

    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);

    private final Dossiers dossiers;
    private final SpeakingPages pages;

    RequestPageController(Dossiers dossiers, SpeakingPages pages) {
        this.dossiers = dossiers;
        this.pages = pages;
    }

    /** @param chosen the reader picked the versions, so the fold stands open */
    record Comparison(int from, int to, List<Part> parts, boolean chosen) {}

    @GetMapping("/requests/{number}")
    String page(
            @PathVariable("number") String typed,
            @RequestParam(name = "from", required = false) @Nullable Integer from,
            @RequestParam(name = "to", required = false) @Nullable Integer to,
            Model model) {
        var number = visible(typed);
        var dossier = dossiers.of(number, CurrentPerson.id());
        model.addAttribute("request", dossier);
        model.addAttribute("comparison", comparison(number, dossier, from, to));
        model.addAttribute(
                "typed", model.containsAttribute("typed") ? model.getAttribute("typed") : java.util.Map.of());
        return "speaking/request";
    }

    /** The process with the reader's labels, for the viewer in the page's fold. */
    @GetMapping("/requests/{number}/diagram")
    ResponseEntity<String> diagram(@PathVariable("number") String typed) {
        return ResponseEntity.ok().contentType(XML).body(dossiers.diagram(visible(typed)));
    }

    private @Nullable Comparison comparison(
            BusinessNumber number, Dossier dossier, @Nullable Integer from, @Nullable Integer to) {
        var last = dossier.versions().size();
        if (last < 2) {
            return null;
        }
        var before = from == null || from < 1 || from > last ? last - 1 : from;
        var after = to == null || to < 1 || to > last ? last : to;
        return new Comparison(before, after, dossiers.difference(number, before, after), from != null || to != null);
    }

    private BusinessNumber visible(String typed) {
        return BusinessNumber.parse(typed)
                .filter(number -> number.prefix().equals(SpeakingNumbers.PREFIX))
                .filter(number -> pages.visibleTo(CurrentPerson.id(), number))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
