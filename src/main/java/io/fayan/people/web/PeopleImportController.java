package io.fayan.people.web;

import io.fayan.kernel.Role;
import io.fayan.people.PeopleImport;
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

/** Units and persons from CSV: first looked at, then taken over. */
@Controller
@OnlyFor(Role.ADMINISTRATOR)
class PeopleImportController {

    private final PeopleImport imports;
    private final ImportPage page;
    private final Texts texts;

    PeopleImportController(PeopleImport imports, ImportPage page, Texts texts) {
        this.imports = imports;
        this.page = page;
        this.texts = texts;
    }

    @GetMapping("/people/import")
    String page(Model model) {
        return show(model);
    }

    @PostMapping("/people/import")
    String run(
            @RequestParam(required = false) @Nullable MultipartFile units,
            @RequestParam(required = false) @Nullable MultipartFile persons,
            @RequestParam(defaultValue = "check") String step,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var tables = new PeopleImport.Tables(ImportPage.content(units), ImportPage.content(persons));
        if (tables.units() == null && tables.persons() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", FormErrors.of(List.of(Refusal.at("persons", "people.import.noFile")), texts));
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
        model.addAttribute("unitColumns", String.join(",", PeopleImport.UNIT_COLUMNS));
        model.addAttribute("personColumns", String.join(",", PeopleImport.PERSON_COLUMNS));
        return "people/import";
    }
}
