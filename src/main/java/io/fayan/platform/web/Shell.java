package io.fayan.platform.web;

import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.PersonDirectory;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** What every page's frame shows; templates find it as {@code shell}. Needs no database, so error pages can wear it. */
@Component
public class Shell {

    static final String THEME_COOKIE = "FAYAN-THEME";
    static final Set<String> THEMES = Set.of("light", "dark", "auto");

    private final List<NavigationEntry> navigation;
    private final List<HeaderLink> links;
    private final Languages languages;
    private final String pico;
    private final String htmx;

    Shell(List<NavigationEntry> navigation, List<HeaderLink> links, Languages languages) throws IOException {
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.links = List.copyOf(links);
        this.languages = languages;
        this.pico = webjar("picocss__pico/*/css/pico.min.css");
        this.htmx = webjar("htmx.org/*/dist/htmx.min.js");
    }

    public String pico() {
        return pico;
    }

    public String htmx() {
        return htmx;
    }

    public Locale language() {
        return languages.resolveLocale(request());
    }

    public List<Locale> languages() {
        return Languages.SPOKEN;
    }

    /** {@code light}, {@code dark}, or {@code auto} for the system's choice. */
    public String theme() {
        var chosen = chosenTheme(request());
        return chosen == null ? "auto" : chosen;
    }

    /** Null when the system's choice stands. */
    static @Nullable String chosenTheme(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, THEME_COOKIE);
        return cookie != null
                        && THEMES.contains(cookie.getValue())
                        && !cookie.getValue().equals("auto")
                ? cookie.getValue()
                : null;
    }

    public List<String> themes() {
        return List.of("auto", "light", "dark");
    }

    public PersonDirectory.@Nullable Entry person() {
        return CurrentPerson.entry(request()).orElse(null);
    }

    public List<HeaderLink> links() {
        return links;
    }

    public List<NavigationEntry> main() {
        return entries(false);
    }

    public List<NavigationEntry> administration() {
        return entries(true);
    }

    /** Is the page shown now this entry's, or below it? */
    public boolean isHere(NavigationEntry entry) {
        var here = path();
        return entry.path().equals("/")
                ? here.equals("/")
                : here.equals(entry.path()) || here.startsWith(entry.path() + "/");
    }

    /** Where the switches for language and theme come back to. */
    public String here() {
        var request = request();
        if (!"GET".equals(request.getMethod())) {
            return path().equals("/sign-in-refused") ? "/login" : path();
        }
        var query = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null
                ? request.getQueryString()
                : null;
        return path() + (query == null ? "" : "?" + query);
    }

    /** For the hidden {@code submissionKey} of a form: sent twice, it is carried out once. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** A size as people read it, for example {@code 1.2 MB}. */
    public String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        var unit = bytes < 999_500 ? "kB" : "MB";
        var amount = bytes / (unit.equals("kB") ? 1e3 : 1e6);
        return String.format(Locale.ROOT, amount < 10 ? "%.1f %s" : "%.0f %s", amount, unit);
    }

    /** What the ending of a file's name says it is, for example {@code PDF}. */
    public String fileType(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toUpperCase(Locale.ROOT);
    }

    private String path() {
        var request = request();
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed != null ? failed.substring(request.getContextPath().length()) : request.getServletPath();
    }

    private List<NavigationEntry> entries(boolean administration) {
        var person = person();
        return person == null
                ? List.of()
                : navigation.stream()
                        .filter(entry -> entry.administration() == administration)
                        .filter(entry -> entry.roles().isEmpty()
                                || entry.roles().stream().anyMatch(person::has))
                        .toList();
    }

    /** The version stands in the build only; here it is found. */
    private static String webjar(String file) throws IOException {
        var found =
                new PathMatchingResourcePatternResolver().getResources("classpath*:META-INF/resources/webjars/" + file);
        if (found.length != 1) {
            throw new IllegalStateException("Not exactly one " + file + " on the class path");
        }
        var url = found[0].getURL().toString();
        return url.substring(url.lastIndexOf("/webjars/"));
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
