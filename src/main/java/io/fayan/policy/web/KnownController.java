package io.fayan.policy.web;

import io.fayan.kernel.Role;
import io.fayan.platform.csv.ImportReport;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.OnlyFor;
import io.fayan.platform.web.Confirmation;
import io.fayan.platform.web.ImportPage;
import io.fayan.platform.web.Pages;
import io.fayan.platform.web.Texts;
import io.fayan.policy.KnowledgeImport;
import io.fayan.policy.Policy;
import io.fayan.policy.PolicyVersion;
import io.fayan.policy.application.KnowledgeOverview;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Who knows which version of the policy. */
@Controller
@OnlyFor({Role.POLICY_OWNER, Role.HUMAN_RESOURCES})
class KnownController {

    private static final int SIZE = 25;
    private static final int LONGEST_SEARCH = 100;
    private static final int LAST_PAGE = 100_000;

    private final Policy policy;
    private final KnowledgeOverview overview;
    private final KnowledgeImport knowledgeImport;
    private final ImportPage importPage;
    private final Texts texts;
    private final Clock clock;

    KnownController(
            Policy policy,
            KnowledgeOverview overview,
            KnowledgeImport knowledgeImport,
            ImportPage importPage,
            Texts texts,
            Clock clock) {
        this.policy = policy;
        this.overview = overview;
        this.knowledgeImport = knowledgeImport;
        this.importPage = importPage;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/policy/known")
    String known(
            @RequestParam(name = "version", required = false) @Nullable String tag,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "missing", defaultValue = "false") boolean missing,
            @RequestParam(name = "page", defaultValue = "0") int asked,
            Locale language,
            Model model) {
        var versions = policy.versions(language);
        var version = tag == null ? policy.inForce(clock.instant()) : tag;
        if (versions.stream().map(PolicyVersion::tag).noneMatch(version::equals)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var words = typed.strip()
                .substring(0, Math.min(LONGEST_SEARCH, typed.strip().length()));
        var page = Math.max(0, Math.min(asked, LAST_PAGE));
        var found = overview.of(version, words, missing, page, SIZE);
        var path = UriComponentsBuilder.fromPath("/policy/known")
                .queryParam("version", version)
                .queryParam("q", "{words}")
                .queryParam("missing", missing)
                .encode()
                .buildAndExpand(words)
                .toUriString();
        model.addAttribute("versions", versions);
        model.addAttribute("version", version);
        model.addAttribute("words", words);
        model.addAttribute("missing", missing);
        model.addAttribute("overview", found);
        model.addAttribute("pages", Pages.of(path, page, SIZE, found.total()));
        return "policy/known";
    }

    @GetMapping("/policy/known/import")
    String importForm(Model model) {
        return importForm(null, null, model);
    }

    /**
     * First a dry run of the file; what was checked travels back in the page and is imported by the second step, so that
     * exactly that comes in.
     */
    @PostMapping("/policy/known/import")
    String importTable(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "checked", required = false) @Nullable String checked,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        if (checked == null) {
            var chosen = ImportPage.content(file);
            var csv = chosen == null ? new byte[0] : chosen;
            return importForm(knowledgeImport.check(csv), csv, model);
        }
        var csv = decoded(checked);
        var report = knowledgeImport.carryOut(csv, CurrentPerson.id());
        if (!report.written()) {
            return importForm(report, csv, model);
        }
        new Confirmation(
                        texts.say("policy.known.imported", report.created()),
                        texts.say("policy.known.imported.next", report.unchanged()))
                .on(redirect);
        return "redirect:/policy/known";
    }

    private String importForm(@Nullable ImportReport report, byte @Nullable [] csv, Model model) {
        if (report != null) {
            importPage.show(report, model);
        }
        model.addAttribute("checked", csv == null ? "" : Base64.getEncoder().encodeToString(csv));
        model.addAttribute("columns", String.join(",", KnowledgeImport.COLUMNS));
        return "policy/import";
    }

    private static byte[] decoded(String checked) {
        try {
            return Base64.getDecoder().decode(checked);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not what was checked", e);
        }
    }
}
