package io.fayan.platform.web;

import io.fayan.kernel.BusinessNumber;
import io.fayan.platform.frontdoor.Answer;
import io.fayan.platform.frontdoor.FrontDoor;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.worklist.Matters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The matter actions for the portal's plain forms, through the front door. A form posts its fields and a hidden
 * {@code submissionKey} ({@code shell.newKey()}) and comes back to the matter's page: with a {@link Confirmation} said by
 * {@code matter.<prefix>.<action>.done} and {@code .next}, or with {@code errors}, what was {@code typed} and which
 * action had {@code acted}.
 */
@Controller
class MatterActionController {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{16,64}");

    private final FrontDoor door;
    private final Matters matters;
    private final Texts texts;
    private final MessageSource messages;

    MatterActionController(FrontDoor door, Matters matters, Texts texts, MessageSource messages) {
        this.door = door;
        this.matters = matters;
        this.texts = texts;
        this.messages = messages;
    }

    @PostMapping("/matters/{number}/actions/{action}")
    String act(
            @PathVariable("number") String typedNumber,
            @PathVariable("action") String action,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes redirect) {
        var number =
                BusinessNumber.parse(typedNumber).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var page = matters.page(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var fields = fields(form);
        var sent = form.getFirst("submissionKey");
        var key = sent == null ? UUID.randomUUID().toString() : sent;
        if (!KEY.matcher(key).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var answer = door.act(CurrentPerson.id(), number, action, key, fields);
        if (answer instanceof Answer.Refused refused) {
            if (refused.kind() == Answer.Kind.NOT_FOUND) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            FormErrors.of(refused.reasons(), texts).on(redirect);
            redirect.addFlashAttribute("typed", new HashMap<>(fields));
            redirect.addFlashAttribute("acted", action);
        } else {
            var said = "matter." + number.prefix() + "." + action;
            new Confirmation(say(said + ".done", texts.say("portal.done")), say(said + ".next", "")).on(redirect);
        }
        return "redirect:" + page.path(number);
    }

    private String say(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }

    private static Map<String, Object> fields(MultiValueMap<String, String> form) {
        var fields = new LinkedHashMap<String, Object>();
        form.forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.equals("submissionKey")) {
                var lines = values.stream().map(Typed::lines).toList();
                fields.put(name, lines.size() == 1 ? lines.get(0) : lines);
            }
        });
        return fields;
    }
}
