package io.fayan.notification.web;

import io.fayan.notification.application.Inbox;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.web.Pages;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The inbox page. Works without scripts; with them a line changes in place. */
@Controller
@RequestMapping("/inbox")
class InboxController {

    private static final int SHOWN = 20;

    private final Inbox inbox;
    private final Clock clock;

    InboxController(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(name = "show", defaultValue = "all") String show,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Locale language,
            Model model) {
        var person = CurrentPerson.id();
        var unreadOnly = show.equals("unread");
        var shown = Math.min(Math.max(page, 0), 10_000);
        var lines = inbox.list(person, unreadOnly, shown * SHOWN, SHOWN, language);
        model.addAttribute("lines", lines.lines());
        model.addAttribute("unreadOnly", unreadOnly);
        model.addAttribute("unread", inbox.unread(person));
        model.addAttribute("seenUntil", clock.instant());
        model.addAttribute(
                "pages", Pages.of(unreadOnly ? "/inbox?show=unread" : "/inbox", shown, SHOWN, lines.total()));
        return "notification/inbox";
    }

    /** Goes to what the message is about, and notes that it was read. */
    @GetMapping("/{id}")
    String open(@PathVariable("id") UUID id, Locale language) {
        var person = CurrentPerson.id();
        var line = inbox.find(person, id, language).orElseThrow(InboxController::notFound);
        inbox.read(person, id);
        return "redirect:" + (line.path() == null ? "/inbox" : line.path());
    }

    @PostMapping("/{id}/read")
    String read(
            @PathVariable("id") UUID id,
            @RequestHeader(name = "HX-Request", required = false) boolean fragment,
            Locale language,
            Model model) {
        var person = CurrentPerson.id();
        inbox.read(person, id);
        if (!fragment) {
            return "redirect:/inbox";
        }
        model.addAttribute("line", inbox.find(person, id, language).orElseThrow(InboxController::notFound));
        model.addAttribute("unread", inbox.unread(person));
        model.addAttribute("swap", "true");
        return "notification/inbox :: answer";
    }

    @PostMapping("/read")
    String readAll(@RequestParam("until") String until) {
        try {
            inbox.readAll(CurrentPerson.id(), Instant.parse(until));
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return "redirect:/inbox";
    }

    /** The number at the bell in every page's head. */
    @GetMapping("/bell")
    String bell(Model model) {
        model.addAttribute("unread", inbox.unread(CurrentPerson.id()));
        return "notification/inbox :: bell";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
