package io.fayan.platform.web;

import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.PersonDirectory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of an answer: what the person chose (a cookie), else the person's own, else the first the browser asks for
 * that we speak, else Chinese. Every {@link LocaleResolver} in the application is this one.
 */
@Component("localeResolver")
public class Languages implements LocaleResolver {

    public static final Locale SIMPLIFIED_CHINESE = Locale.forLanguageTag("zh-CN");
    public static final Locale TRADITIONAL_CHINESE = Locale.forLanguageTag("zh-TW");
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final List<Locale> SPOKEN = List.of(SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, ENGLISH);

    /** Readable by scripts: embedded forms in Tasklist follow it. */
    static final String COOKIE = "FAYAN-LANGUAGE";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request)
                .or(() -> CurrentPerson.entry(request)
                        .map(PersonDirectory.Entry::language)
                        .map(Languages::closest))
                .or(() -> preferred(request))
                .orElse(SIMPLIFIED_CHINESE);
    }

    /** The spoken language for a tag such as {@code zh-Hant-HK}; empty when it is none of them. */
    static Optional<Locale> spoken(String tag) {
        var locale = Locale.forLanguageTag(tag);
        if (locale.getLanguage().equals("zh")) {
            var traditional = locale.getScript().equals("Hant")
                    || (locale.getScript().isEmpty()
                            && List.of("TW", "HK", "MO").contains(locale.getCountry()));
            return Optional.of(traditional ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE);
        }
        return locale.getLanguage().equals("en") ? Optional.of(ENGLISH) : Optional.empty();
    }

    private static Locale closest(Locale locale) {
        return spoken(locale.toLanguageTag()).orElse(SIMPLIFIED_CHINESE);
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null
                ? Optional.empty()
                : SPOKEN.stream()
                        .filter(language -> language.toLanguageTag().equals(cookie.getValue()))
                        .findFirst();
    }

    private static Optional<Locale> preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> spoken(locale.toLanguageTag()).stream())
                .findFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen at /preferences/language");
    }
}
