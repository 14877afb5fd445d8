package io.fayan.platform.web;

import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The texts of the embedded forms, in the reader's language. */
@RestController
class TextsController {

    private final Bundles bundles;

    TextsController(Bundles bundles) {
        this.bundles = bundles;
    }

    @GetMapping("/api/texts/{prefix}")
    Map<String, String> texts(@PathVariable String prefix) {
        return bundles.startingWith(prefix, LocaleContextHolder.getLocale());
    }
}
