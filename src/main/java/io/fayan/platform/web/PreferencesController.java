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
import org.springframework.web.server.ResponseStatusException;

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
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/preferences/theme/{theme}")
    ResponseEntity<Void> theme(
            @PathVariable("theme") String theme,
            @RequestParam(name = "back", defaultValue = "/") String back,
            HttpServletRequest request) {
        if (!Shell.THEMES.contains(theme)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return remember(Shell.THEME_COOKIE, theme, back, request);
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
