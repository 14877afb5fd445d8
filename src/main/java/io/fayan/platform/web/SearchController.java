package io.fayan.platform.web;

import io.fayan.kernel.BusinessNumber;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.worklist.Matters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The one search field. A business number leads straight to its matter; a number that this person may not see answers as
 * one that does not exist.
 */
@Controller
class SearchController {

    private static final int LONGEST = 100;
    private static final int HITS_PER_SOURCE = 20;

    private final List<SearchSource> sources;
    private final Matters matters;

    SearchController(List<SearchSource> sources, Matters matters) {
        this.sources = sources;
        this.matters = matters;
    }

    @GetMapping("/search")
    String search(@RequestParam(name = "q", defaultValue = "") String typed, Model model) {
        var folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        var words = folded.substring(
                0, folded.offsetByCodePoints(0, Math.min(LONGEST, folded.codePointCount(0, folded.length()))));
        var number = BusinessNumber.parse(words);
        var matter = number.flatMap(this::pathOf);
        if (matter.isPresent()) {
            return "redirect:" + matter.get();
        }
        var hits = words.isEmpty() || number.isPresent() ? Map.<String, List<SearchSource.Hit>>of() : find(words);
        model.addAttribute("words", words);
        model.addAttribute("hits", hits);
        model.addAttribute("found", hits.values().stream().mapToInt(List::size).sum());
        return "portal/search";
    }

    private Optional<String> pathOf(BusinessNumber number) {
        return matters.page(number)
                .filter(page -> page.visibleTo(CurrentPerson.id(), number))
                .map(page -> page.path(number));
    }

    private Map<String, List<SearchSource.Hit>> find(String words) {
        var byKind = new LinkedHashMap<String, List<SearchSource.Hit>>();
        for (var source : sources) {
            for (var hit : source.search(CurrentPerson.id(), words, HITS_PER_SOURCE)) {
                byKind.computeIfAbsent(hit.kind(), kind -> new ArrayList<>()).add(hit);
            }
        }
        return byKind;
    }
}
