package io.fayan.platform.security;

import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.web.FormErrors;
import io.fayan.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a password link leads. */
@Controller
class SetPasswordController {

    private final PasswordLinks links;
    private final Texts texts;

    SetPasswordController(PasswordLinks links, Texts texts) {
        this.links = links;
        this.texts = texts;
    }

    @GetMapping("/set-password")
    String page(
            @RequestParam(name = "token", defaultValue = "") String token, Model model, HttpServletResponse response) {
        return show(token, model, response);
    }

    @PostMapping("/set-password")
    String set(
            @RequestParam(name = "token", defaultValue = "") String token,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "repeated", defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response) {
        if (!password.equals(repeated)) {
            return refused(token, List.of(Refusal.at("repeated", "security.password.differ")), model, response);
        }
        var outcome = links.use(token, password);
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Refused refused) {
            return refused(token, refused.reasons(), model, response);
        }
        return outcome.isPresent() ? "redirect:/login?set" : show(token, model, response);
    }

    private String refused(String token, List<Refusal> reasons, Model model, HttpServletResponse response) {
        model.addAttribute("errors", FormErrors.of(reasons, texts));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(token, model, response);
    }

    private String show(String token, Model model, HttpServletResponse response) {
        // The address holds the key to the account: it is named to nobody.
        response.setHeader("Referrer-Policy", "no-referrer");
        var owner = links.owner(token);
        if (owner.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return "security/link-over";
        }
        model.addAttribute("owner", owner.get());
        model.addAttribute("token", token);
        return "security/set-password";
    }
}
