package io.fayan.platform.web;

import io.fayan.platform.security.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Language and light or dark: remembered by the browser, so they work before anybody signs in and without scripts. */
@Controller
class PreferencesController {

    @GetMapping("/preferences/language/{tag}")
    ResponseEntity<Void> language(
            @PathVariable("tag") String tag,
            @RequestParam(name = "back", defaultValue = "/") String back,
            HttpServletRequest request) {
        return Languages.spoken(tag)
                .map(language -> remember(Languages.COOKIE, language.toLanguageTag(), back, request))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/preferences/theme/{theme}")
    ResponseEntity<Void> theme(
            @PathVariable("theme") String theme,
            @RequestParam(name = "back", defaultValue = "/") String back,
            HttpServletRequest request) {
        return Shell.THEMES.contains(theme)
                ? remember(Shell.THEME_COOKIE, theme, back, request)
                : ResponseEntity.notFound().build();
    }

    private static ResponseEntity<Void> remember(String cookie, String value, String back, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(cookie, value)
                                .path("/")
                                .maxAge(Duration.ofDays(365))
                                .sameSite("Lax")
                                .secure(request.isSecure())
                                .build()
                                .toString())
                .header(HttpHeaders.LOCATION, request.getContextPath() + LocalPath.orElse(back, "/"))
                .build();
    }
}
