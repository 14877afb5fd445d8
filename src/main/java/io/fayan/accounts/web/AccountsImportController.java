package io.fayan.accounts.web;

import io.fayan.accounts.AccountsImport;
import io.fayan.kernel.Role;
import io.fayan.platform.csv.CsvProblem;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.OnlyFor;
import io.fayan.platform.web.FormErrors;
import io.fayan.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Platforms and accounts from CSV: first looked at, then taken over. */
@Controller
@OnlyFor(Role.ADMINISTRATOR)
class AccountsImportController {

    /** Enough to mend a file by; the count says how many there are. */
    private static final int PROBLEMS_SHOWN = 100;

    private final AccountsImport imports;
    private final Texts texts;

    AccountsImportController(AccountsImport imports, Texts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    record Problem(String table, int line, @Nullable String column, String reason) {}

    @GetMapping("/accounts/import")
    String page(Model model) {
        return show(model);
    }

    @PostMapping("/accounts/import")
    String run(
            @RequestParam(required = false) @Nullable MultipartFile platforms,
            @RequestParam(required = false) @Nullable MultipartFile accounts,
            @RequestParam(defaultValue = "check") String step,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var tables = new AccountsImport.Tables(content(platforms), content(accounts));
        if (tables.platforms() == null && tables.accounts() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "errors", FormErrors.of(List.of(Refusal.at("accounts", "accounts.import.noFile")), texts));
            return show(model);
        }
        var report = step.equals("import") ? imports.carryOut(tables, CurrentPerson.id()) : imports.check(tables);
        if (!report.acceptable()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        model.addAttribute("report", report);
        model.addAttribute(
                "problems",
                report.problems().stream()
                        .limit(PROBLEMS_SHOWN)
                        .map(this::problem)
                        .toList());
        return show(model);
    }

    private String show(Model model) {
        model.addAttribute("platformColumns", String.join(",", AccountsImport.PLATFORM_COLUMNS));
        model.addAttribute("accountColumns", String.join(",", AccountsImport.ACCOUNT_COLUMNS));
        return "accounts/import";
    }

    private Problem problem(CsvProblem problem) {
        return new Problem(problem.table(), problem.line(), problem.column(), texts.say(problem.reason()));
    }

    private static byte @Nullable [] content(@Nullable MultipartFile file) throws IOException {
        return file == null || file.isEmpty() ? null : file.getBytes();
    }
}
