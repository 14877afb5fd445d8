package io.fayan.platform.calendar;

import io.fayan.kernel.Role;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.OnlyFor;
import io.fayan.platform.web.Confirmation;
import io.fayan.platform.web.NavigationEntry;
import io.fayan.platform.web.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working calendar: which years are entered, from where, and a table for the next one. */
@Controller
@RequestMapping("/calendar")
@OnlyFor({Role.ADMINISTRATOR, Role.OPERATIONS})
class CalendarController {

    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;

    private final RecordedWorkingDays workingDays;
    private final CalendarImport imports;
    private final Clock clock;
    private final Texts texts;

    CalendarController(RecordedWorkingDays workingDays, CalendarImport imports, Clock clock, Texts texts) {
        this.workingDays = workingDays;
        this.imports = imports;
        this.clock = clock;
        this.texts = texts;
    }

    @GetMapping
    String year(@RequestParam(name = "year", required = false) Integer wanted, Locale language, Model model) {
        show(wanted == null ? thisYear() : within(wanted), "", language, model);
        return "calendar/year";
    }

    @GetMapping("/{year}.csv")
    ResponseEntity<byte[]> table(@PathVariable("year") int year) {
        var entered = workingDays.year(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("calendar-" + year + ".csv")
                                .build()
                                .toString())
                .body(CalendarImport.written(entered.exceptions()).getBytes(StandardCharsets.UTF_8));
    }

    /** @param action {@code check} for a dry run, {@code enter} to write */
    @PostMapping
    String read(
            @RequestParam("year") int year,
            @RequestParam("source") String source,
            @RequestParam("file") MultipartFile file,
            @RequestParam("action") String action,
            Locale language,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var report = imports.read(within(year), file.getBytes(), source, !action.equals("enter"), CurrentPerson.id());
        if (report.written()) {
            new Confirmation(texts.say("calendar.entered", String.valueOf(year)), texts.say("calendar.entered.next"))
                    .on(redirect);
            return "redirect:/calendar?year=" + year;
        }
        show(year, source, language, model);
        model.addAttribute("report", report);
        model.addAttribute(
                "problems",
                report.problems().stream()
                        .map(problem -> new Problem(problem.line(), problem.column(), texts.say(problem.reason())))
                        .toList());
        model.addAttribute(
                "grid", report.problems().isEmpty() ? YearGrid.of(year, report.exceptions(), language) : null);
        return "calendar/year";
    }

    record Problem(int line, @org.jspecify.annotations.Nullable String column, String message) {}

    /** @param entered false for a year that deadlines may need soon and nobody has entered */
    record Tab(int year, boolean entered) {}

    private void show(int year, String source, Locale language, Model model) {
        var entered = workingDays.years();
        var years = new TreeSet<>(entered);
        years.add(thisYear());
        years.add(thisYear() + 1);
        years.add(year);
        var record = workingDays.year(year);
        model.addAttribute(
                "tabs",
                years.stream().map(one -> new Tab(one, entered.contains(one))).toList());
        model.addAttribute("year", year);
        model.addAttribute("entered", record.orElse(null));
        model.addAttribute(
                "grid",
                record.map(known -> YearGrid.of(year, known.exceptions(), language))
                        .orElse(null));
        model.addAttribute("source", source);
        model.addAttribute("problems", List.of());
        model.addAttribute("report", null);
        model.addAttribute(
                "missing",
                List.of(thisYear(), thisYear() + 1).stream()
                        .filter(one -> !entered.contains(one))
                        .map(String::valueOf)
                        .toList());
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), workingDays.zone()).getYear();
    }

    private static int within(int year) {
        if (year < EARLIEST || year > LATEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return year;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationEntry calendarEntry() {
            return new NavigationEntry(
                    1300, "calendar.title", "/calendar", Set.of(Role.ADMINISTRATOR, Role.OPERATIONS));
        }
    }
}
