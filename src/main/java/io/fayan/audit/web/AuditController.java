package io.fayan.audit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fayan.audit.application.Entries;
import io.fayan.audit.application.Verifications;
import io.fayan.audit.domain.AuditEntry;
import io.fayan.audit.domain.EntryFilter;
import io.fayan.audit.domain.Seal;
import io.fayan.audit.persistence.VerificationRows.Verification;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.OnlyFor;
import io.fayan.platform.security.PersonDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The log for those who check: its state, a verification, its entries and what of them one takes along. */
@Controller
@RequestMapping("/audit")
@OnlyFor({Role.AUDITOR, Role.ADMINISTRATOR})
class AuditController {

    private static final int PAGE = 50;
    private static final int SEALS = 5;
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private final Entries entries;
    private final Verifications verifications;
    private final PersonDirectory people;
    private final WorkingDays calendar;
    private final MessageSource messages;
    private final ObjectMapper json = new ObjectMapper();

    AuditController(
            Entries entries,
            Verifications verifications,
            PersonDirectory people,
            WorkingDays calendar,
            MessageSource messages) {
        this.entries = entries;
        this.verifications = verifications;
        this.people = people;
        this.calendar = calendar;
        this.messages = messages;
    }

    /** What stands in the search fields, as it was typed. */
    record Search(
            @Nullable String chain,
            @Nullable String name,
            @Nullable String actor,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {

        EntryFilter filter(ZoneId zone) {
            var typed = word(chain);
            return new EntryFilter(
                    typed == null
                            ? null
                            : BusinessNumber.parse(typed)
                                    .map(BusinessNumber::value)
                                    .orElse(typed),
                    word(name),
                    word(actor),
                    from == null ? null : from.atStartOfDay(zone).toInstant(),
                    until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
        }

        public boolean any() {
            return word(chain) != null || word(name) != null || word(actor) != null || from != null || until != null;
        }

        /** The same search at another address. */
        String at(String path, EntryFilter.@Nullable Place after) {
            var uri = UriComponentsBuilder.fromPath(path);
            add(uri, "chain", word(chain));
            add(uri, "name", word(name));
            add(uri, "actor", word(actor));
            add(uri, "from", from);
            add(uri, "until", until);
            add(uri, "after", after);
            return uri.encode().build().toUriString();
        }

        private static void add(UriComponentsBuilder uri, String name, @Nullable Object value) {
            if (value != null) {
                uri.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value.toString()));
            }
        }

        private static @Nullable String word(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /**
     * @param title what happened, in the reader's language; the recorded name where an older version knew more
     * @param who the person's name; empty for the product itself and for people long gone
     */
    record Line(AuditEntry entry, String title, String at, String who, String hash, List<Fact> facts) {}

    record Fact(String name, String value) {

        /** Digests by their beginning. */
        public String shown() {
            return value.matches("[0-9a-f]{64}") ? abbreviated(value) : value;
        }
    }

    record SealLine(Seal seal, String at) {}

    @GetMapping
    String page(
            @ModelAttribute("search") Search search,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var place = after == null ? null : EntryFilter.Place.parse(after).orElse(null);
        var page = entries.page(search.filter(calendar.zone()), place, PAGE);
        var state = entries.state(SEALS);
        model.addAttribute("state", state);
        model.addAttribute(
                "seals",
                state.newestSeals().stream()
                        .map(seal -> new SealLine(seal, time(seal.at())))
                        .toList());
        model.addAttribute("lines", lines(page.entries()));
        model.addAttribute("first", place == null);
        model.addAttribute("newest", search.at("/audit", null));
        model.addAttribute("older", page.older() == null ? null : search.at("/audit", page.older()));
        model.addAttribute("export", search.at("/audit/entries.csv", null));
        model.addAttribute("zone", calendar.zone().getId());
        addVerification(model);
        return "audit/audit";
    }

    @PostMapping("/verifications")
    String verify() {
        verifications.request(CurrentPerson.id());
        return "redirect:/audit#verification";
    }

    /** Asked for by the page while a verification runs. */
    @GetMapping("/verifications/newest")
    String verification(Model model) {
        addVerification(model);
        return "audit/audit :: verification";
    }

    @GetMapping("/entries.csv")
    void export(@ModelAttribute("search") Search search, HttpServletResponse response) throws IOException {
        var filter = search.filter(calendar.zone());
        entries.exportBegins(CurrentPerson.id(), filter);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("audit.csv").build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            // Spreadsheets take a file for UTF-8 by this mark only.
            out.write('\uFEFF');
            var csv = new CSVPrinter(out, CSVFormat.RFC4180);
            csv.printRecord("chain", "seq", "at", "actor", "name", "facts", "previous", "hash");
            entries.export(filter, entry -> print(csv, entry));
            csv.flush();
        }
    }

    private static void print(CSVPrinter csv, AuditEntry entry) {
        try {
            csv.printRecord(
                    entry.chain(),
                    entry.seq(),
                    DateTimeFormatter.ISO_INSTANT.format(entry.at()),
                    entry.actor(),
                    entry.name(),
                    entry.facts(),
                    entry.previous(),
                    entry.hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addVerification(Model model) {
        var newest = verifications.newest().orElse(null);
        model.addAttribute("verification", newest);
        model.addAttribute("verificationAt", newest == null ? null : time(since(newest)));
    }

    private static Instant since(Verification verification) {
        var finished = verification.finishedAt();
        return finished == null ? verification.requestedAt() : finished;
    }

    private List<Line> lines(List<AuditEntry> page) {
        var ids = page.stream()
                .map(AuditEntry::actor)
                .distinct()
                .map(AuditController::person)
                .toList();
        var known = people.find(ids).values().stream()
                .collect(Collectors.toMap(entry -> entry.id().value(), PersonDirectory.Entry::name));
        return page.stream()
                .map(entry -> new Line(
                        entry,
                        title(entry.name()),
                        time(entry.at()),
                        known.getOrDefault(entry.actor(), ""),
                        abbreviated(entry.hash()),
                        facts(entry)))
                .toList();
    }

    /** As they are written when they are not the JSON that we write. */
    private List<Fact> facts(AuditEntry entry) {
        try {
            return json.readValue(entry.facts(), FACTS).entrySet().stream()
                    .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(new Fact("", entry.facts()));
        }
    }

    private String title(String name) {
        var title = messages.getMessage("audit.event." + name, null, name, LocaleContextHolder.getLocale());
        return title == null ? name : title;
    }

    private static String abbreviated(String hash) {
        return hash.length() > 8 ? hash.substring(0, 8) : hash;
    }

    /** Whoever manipulates a row can write anything into it. */
    private static PersonId person(String actor) {
        try {
            return new PersonId(actor);
        } catch (IllegalArgumentException e) {
            return PersonId.SYSTEM;
        }
    }

    /** To the second and the same in every language: what was when is compared here. */
    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                .withZone(calendar.zone())
                .format(at);
    }
}
