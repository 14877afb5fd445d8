package io.fayan.speaking.web;

import io.fayan.accounts.AccountKind;
import io.fayan.accounts.Accounts;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.WorkCalendar;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.web.Pages;
import io.fayan.platform.web.Persons;
import io.fayan.platform.web.Texts;
import io.fayan.platform.web.Times;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.application.Labels;
import io.fayan.speaking.application.SpeakingPages;
import io.fayan.speaking.domain.Grant;
import io.fayan.speaking.persistence.GrantRegister;
import io.fayan.speaking.persistence.GrantRegister.Question;
import io.fayan.speaking.persistence.GrantRegister.Row;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who may say what, where, on that day (clause 3.1.d). Everybody sees who, where, when and the hash; titles and conditions
 * only those who may see the request.
 */
@Controller
class RegisterController {

    private static final int PAGE = 25;
    private static final int MOST = 1_000;
    private static final String PLATFORM = "platform:";
    private static final String ACCOUNT = "account:";
    private static final String OCCASION = "occasion";

    private final GrantRegister register;
    private final SpeakingPages visibility;
    private final Accounts accounts;
    private final People people;
    private final Persons persons;
    private final Labels labels;
    private final Texts texts;
    private final Times times;
    private final WorkCalendar calendar;

    RegisterController(
            GrantRegister register,
            SpeakingPages visibility,
            Accounts accounts,
            People people,
            Persons persons,
            Labels labels,
            Texts texts,
            Times times,
            WorkCalendar calendar) {
        this.register = register;
        this.visibility = visibility;
        this.accounts = accounts;
        this.people = people;
        this.persons = persons;
        this.labels = labels;
        this.texts = texts;
        this.times = times;
        this.calendar = calendar;
    }

    /**
     * @param person words of a name, or a personnel number
     * @param place {@code platform:CODE}, {@code account:CODE} or {@code occasion}
     */
    record Filter(LocalDate day, boolean today, String person, String place, String words) {

        public boolean any() {
            return !person.isEmpty() || !place.isEmpty() || !words.isEmpty();
        }

        String at(String path) {
            return UriComponentsBuilder.fromPath(path)
                    .queryParam("day", "{day}")
                    .queryParam("person", "{person}")
                    .queryParam("place", "{place}")
                    .queryParam("q", "{words}")
                    .encode()
                    .buildAndExpand(day, person, place, words)
                    .toUriString();
        }
    }

    /** @param state in words, on that day */
    record Line(Row row, String state, String tone, String place, @Nullable String title, List<Condition> conditions) {}

    record Condition(String reviewer, String text) {}

    record Choice(String code, String label) {}

    @ModelAttribute("filter")
    Filter filter(
            @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "person", defaultValue = "") String person,
            @RequestParam(name = "place", defaultValue = "") String place,
            @RequestParam(name = "q", defaultValue = "") String words) {
        var today = times.today();
        var chosen = Filters.day(day).orElse(today);
        return new Filter(
                chosen, chosen.equals(today), Filters.words(person), Filters.words(place), Filters.words(words));
    }

    @GetMapping("/register")
    String register(
            @ModelAttribute("filter") Filter filter,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Model model) {
        var shown = Math.max(0, Math.min(page, 100_000));
        var question = question(filter);
        var found = register.page(question, shown * PAGE, PAGE);
        model.addAttribute("lines", lines(found.rows(), question));
        model.addAttribute("pages", Pages.of(filter.at("/register"), shown, PAGE, found.total()));
        model.addAttribute("csv", filter.at("/register.csv"));
        model.addAttribute("dayBefore", filter.day().minusDays(1));
        model.addAttribute("dayAfter", filter.day().plusDays(1));
        model.addAttribute("platforms", platforms());
        model.addAttribute("accounts", companyAccounts());
        return "speaking/register";
    }

    /** Exactly the rows that the same filters show on the page, all of them. */
    @GetMapping("/register.csv")
    void csv(@ModelAttribute("filter") Filter filter, HttpServletResponse response) throws IOException {
        var question = question(filter);
        var rows = new ArrayList<Row>();
        register.each(question, rows::add);
        var header = Stream.of(
                        "number",
                        "speaker",
                        "personnelNumber",
                        "place",
                        "title",
                        "from",
                        "until",
                        "conditions",
                        "state",
                        "hash")
                .map(column -> texts.say("register.csv." + column))
                .toList();
        try (var csv = new CsvDownload(response, "register-" + filter.day(), header)) {
            for (var line : lines(rows, question)) {
                var row = line.row();
                csv.row(
                        row.number(),
                        name(row.speaker()),
                        row.speaker(),
                        line.place(),
                        line.title() == null ? "" : line.title(),
                        local(row.validFrom()),
                        local(row.validUntil()),
                        line.conditions().stream()
                                .map(one -> one.reviewer() + ": " + one.text())
                                .collect(Collectors.joining("\n")),
                        line.state(),
                        row.sha256());
            }
        }
    }

    private Question question(Filter filter) {
        var reader = CurrentPerson.id();
        return new Question(
                start(filter.day()),
                start(filter.day().plusDays(1)),
                reader,
                visibility.seesEverything(reader),
                filter.person().isEmpty() ? null : speakers(filter.person()),
                chosen(filter.place()),
                filter.place().equals(OCCASION),
                filter.words(),
                filter.words().isEmpty() ? Set.of() : codes(filter.words(), null));
    }

    private Set<PersonId> speakers(String words) {
        return people.search(words, null, 0, MOST).persons().stream()
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private @Nullable Set<String> chosen(String place) {
        if (place.startsWith(ACCOUNT)) {
            return Set.of(place.substring(ACCOUNT.length()));
        }
        return place.startsWith(PLATFORM) ? codes("", place.substring(PLATFORM.length())) : null;
    }

    private Set<String> codes(String words, @Nullable String platform) {
        return accounts.search(words, platform, null, 0, MOST).accounts().stream()
                .map(account -> account.code())
                .collect(Collectors.toSet());
    }

    private List<Choice> platforms() {
        return accounts.platforms().stream()
                .map(platform -> new Choice(PLATFORM + platform.code(), labels.platformName(platform.code())))
                .toList();
    }

    private List<Choice> companyAccounts() {
        return accounts.search("", null, null, 0, MOST).accounts().stream()
                .filter(account -> account.kind() == AccountKind.COMPANY)
                .map(account -> new Choice(
                        ACCOUNT + account.code(), labels.platformName(account.platform()) + " " + account.handle()))
                .toList();
    }

    private List<Line> lines(List<Row> rows, Question question) {
        persons.expect(rows.stream().map(Row::speaker).collect(Collectors.toSet()));
        var conditions = register.conditions(rows.stream()
                .filter(row -> row.title() != null)
                .map(Row::number)
                .toList());
        return rows.stream()
                .map(row -> {
                    var over = row.endedAt() != null && row.endedAt().isBefore(question.dayEnd());
                    var status = over ? row.status() : Grant.Status.ACTIVE;
                    return new Line(
                            row,
                            texts.say(
                                    "register.state." + status,
                                    row.endedAt() == null ? "" : times.dateTime(row.endedAt())),
                            tone(status),
                            labels.place(row.account(), row.occasion()),
                            row.title(),
                            conditions(conditions.getOrDefault(row.number(), Map.of())));
                })
                .toList();
    }

    private List<Condition> conditions(Map<Reviewer, String> conditions) {
        return conditions.entrySet().stream()
                .map(entry ->
                        new Condition(labels.code("reviewer", entry.getKey()).label(), entry.getValue()))
                .toList();
    }

    private static String tone(Grant.Status status) {
        return switch (status) {
            case ACTIVE -> "done";
            case USED, LAPSED -> "neutral";
            case REVOKED -> "stopped";
        };
    }

    private String name(PersonId id) {
        var person = persons.of(id);
        return person == null ? id.value() : person.name();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    private String local(Instant moment) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(moment.atZone(calendar.zone()));
    }
}
