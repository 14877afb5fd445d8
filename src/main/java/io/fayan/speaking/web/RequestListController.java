package io.fayan.speaking.web;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.WorkCalendar;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.web.Pages;
import io.fayan.platform.web.Persons;
import io.fayan.platform.web.Texts;
import io.fayan.speaking.Channel;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.application.Labels;
import io.fayan.speaking.application.Labels.Code;
import io.fayan.speaking.application.SpeakingPages;
import io.fayan.speaking.application.Tones;
import io.fayan.speaking.application.Whereabouts;
import io.fayan.speaking.application.Whereabouts.Now;
import io.fayan.speaking.persistence.RequestList;
import io.fayan.speaking.persistence.RequestList.Question;
import io.fayan.speaking.persistence.RequestList.Row;
import io.fayan.speaking.persistence.RequestList.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Requests: one's own, those one reviewed, and for communications and auditors all of them. The filters stand in the address. */
@Controller
class RequestListController {

    private static final int PAGE = 20;
    private static final int MOST_PERSONS = 50;
    private static final String OPEN = "OPEN";
    private static final String ENDED = "ENDED";

    private final RequestList requests;
    private final SpeakingPages pages;
    private final Whereabouts whereabouts;
    private final Labels labels;
    private final People people;
    private final Persons persons;
    private final Texts texts;
    private final WorkCalendar calendar;

    RequestListController(
            RequestList requests,
            SpeakingPages pages,
            Whereabouts whereabouts,
            Labels labels,
            People people,
            Persons persons,
            Texts texts,
            WorkCalendar calendar) {
        this.requests = requests;
        this.pages = pages;
        this.whereabouts = whereabouts;
        this.labels = labels;
        this.people = people;
        this.persons = persons;
        this.texts = texts;
        this.calendar = calendar;
    }

    /** The filters, as the form shows them again. */
    record Filter(
            Scope scope,
            String status,
            @Nullable Channel channel,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String words) {

        public boolean any() {
            return !status.isEmpty() || channel != null || from != null || until != null || !words.isEmpty();
        }

        /** The list's address with these filters. */
        String at(String path) {
            var address = UriComponentsBuilder.fromPath(path);
            if (scope != Scope.MINE) {
                address.queryParam("scope", scope.name().toLowerCase(Locale.ROOT));
            }
            if (!status.isEmpty()) {
                address.queryParam("status", status);
            }
            if (channel != null) {
                address.queryParam("channel", channel);
            }
            if (from != null) {
                address.queryParam("from", from);
            }
            if (until != null) {
                address.queryParam("until", until);
            }
            if (!words.isEmpty()) {
                address.queryParam("q", "{words}");
                return address.encode().buildAndExpand(words).toUriString();
            }
            return address.toUriString();
        }
    }

    record Line(Row row, Code status, String tone, Code channel, @Nullable String place, @Nullable Now now) {}

    record Choice(String code, String label) {}

    record Tab(String path, String label, boolean here) {}

    @ModelAttribute("filter")
    Filter filter(
            @RequestParam(name = "scope", defaultValue = "") String scope,
            @RequestParam(name = "status", defaultValue = "") String status,
            @RequestParam(name = "channel", defaultValue = "") String channel,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "until", defaultValue = "") String until,
            @RequestParam(name = "q", defaultValue = "") String words) {
        var asked = Filters.one(Scope.class, scope.toUpperCase(Locale.ROOT));
        if (asked == Scope.ALL && !pages.seesEverything(CurrentPerson.id())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var known = status.equals(OPEN) || status.equals(ENDED) || Filters.one(RequestStatus.class, status) != null;
        return new Filter(
                asked == null ? Scope.MINE : asked,
                known ? status : "",
                Filters.one(Channel.class, channel),
                Filters.day(from).orElse(null),
                Filters.day(until).orElse(null),
                Filters.words(words));
    }

    @GetMapping("/requests")
    String list(
            @ModelAttribute("filter") Filter filter,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Model model) {
        var shown = Math.max(0, Math.min(page, 100_000));
        var found = requests.page(question(filter), shown * PAGE, PAGE);
        persons.expect(everybody(found.rows()));
        model.addAttribute("lines", found.rows().stream().map(this::line).toList());
        model.addAttribute("pages", Pages.of(filter.at("/requests"), shown, PAGE, found.total()));
        model.addAttribute("csv", filter.at("/requests.csv"));
        model.addAttribute("tabs", tabs(filter));
        model.addAttribute("statuses", statuses());
        model.addAttribute("channels", labels.codes("channel", Channel.class));
        return "speaking/requests";
    }

    /** Exactly the rows that the same filters show on the page, all of them. */
    @GetMapping("/requests.csv")
    void csv(@ModelAttribute("filter") Filter filter, HttpServletResponse response) throws IOException {
        var rows = new ArrayList<Row>();
        requests.each(question(filter), rows::add);
        persons.expect(everybody(rows));
        var header = Stream.of(
                        "number",
                        "title",
                        "status",
                        "channel",
                        "place",
                        "requester",
                        "speaker",
                        "from",
                        "until",
                        "submitted",
                        "closed")
                .map(column -> texts.say("requests.csv." + column))
                .toList();
        try (var csv = new CsvDownload(response, "requests", header)) {
            for (var row : rows) {
                var line = line(row, null);
                csv.row(
                        row.number(),
                        row.title(),
                        line.status().label(),
                        line.channel().label(),
                        line.place() == null ? "" : line.place(),
                        name(row.requester()),
                        name(row.speaker()),
                        local(row.windowFrom()),
                        local(row.windowUntil()),
                        local(row.submittedAt()),
                        row.closedAt() == null ? "" : local(row.closedAt()));
            }
        }
    }

    private Question question(Filter filter) {
        return new Question(
                filter.scope(),
                CurrentPerson.id(),
                wanted(filter.status()),
                filter.channel(),
                filter.from() == null ? null : start(filter.from()),
                filter.until() == null ? null : start(filter.until().plusDays(1)),
                filter.words(),
                named(filter.words()));
    }

    private static Set<RequestStatus> wanted(String status) {
        if (status.isEmpty()) {
            return Set.of();
        }
        var one = Filters.one(RequestStatus.class, status);
        return one != null
                ? EnumSet.of(one)
                : Arrays.stream(RequestStatus.values())
                        .filter(value -> value.ended() == status.equals(ENDED))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RequestStatus.class)));
    }

    private List<PersonId> named(String words) {
        return words.isEmpty() || BusinessNumber.parse(words).isPresent()
                ? List.of()
                : people.search(words, null, 0, MOST_PERSONS).persons().stream()
                        .map(Person::id)
                        .toList();
    }

    private Line line(Row row) {
        return line(
                row, row.status().ended() ? null : whereabouts.now(row.number()).orElse(null));
    }

    private Line line(Row row, @Nullable Now now) {
        return new Line(
                row,
                labels.code("speaking.status", row.status()),
                Tones.of(row.status()),
                labels.code("channel", row.channel()),
                labels.place(row.account(), row.occasion()),
                now);
    }

    private List<Tab> tabs(Filter filter) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope != Scope.ALL || pages.seesEverything(CurrentPerson.id()))
                .map(scope -> new Tab(
                        new Filter(
                                        scope,
                                        filter.status(),
                                        filter.channel(),
                                        filter.from(),
                                        filter.until(),
                                        filter.words())
                                .at("/requests"),
                        texts.say("requests.scope." + scope),
                        scope == filter.scope()))
                .toList();
    }

    private List<Choice> statuses() {
        return Stream.concat(
                        Stream.of(OPEN, ENDED).map(code -> new Choice(code, texts.say("requests.status." + code))),
                        Arrays.stream(RequestStatus.values())
                                .map(status -> new Choice(
                                        status.name(),
                                        labels.code("speaking.status", status).label())))
                .toList();
    }

    private static Set<PersonId> everybody(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.requester(), row.speaker()))
                .collect(Collectors.toSet());
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
