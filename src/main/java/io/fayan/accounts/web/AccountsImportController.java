package io.fayan.accounts.web;

import io.fayan.accounts.AccountsImport;
import io.fayan.kernel.Role;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.OnlyFor;
import io.fayan.platform.web.FormErrors;
import io.fayan.platform.web.ImportPage;
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

    private final AccountsImport imports;
    private final ImportPage page;
    private final Texts texts;

    AccountsImportController(AccountsImport imports, ImportPage page, Texts texts) {
        this.imports = imports;
        this.page = page;
        this.texts = texts;
    }

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
        var tables = new AccountsImport.Tables(ImportPage.content(platforms), ImportPage.content(accounts));
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
        page.show(report, model);
        return show(model);
    }

    private String show(Model model) {
        model.addAttribute("platformColumns", String.join(",", AccountsImport.PLATFORM_COLUMNS));
        model.addAttribute("accountColumns", String.join(",", AccountsImport.ACCOUNT_COLUMNS));
        return "accounts/import";
    }
}
