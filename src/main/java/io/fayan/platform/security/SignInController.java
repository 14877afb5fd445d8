package io.fayan.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, also as the answer to a refused sign-in. */
@Controller
class SignInController {

    static final String REFUSED = "/sign-in-refused";
    static final String REFUSAL = SignInController.class.getName() + ".refusal";

    private final ObjectProvider<DemoAccounts> demo;

    SignInController(ObjectProvider<DemoAccounts> demo) {
        this.demo = demo;
    }

    /** What the page shows. Minutes is zero unless the next attempt has to wait. */
    record Page(
            String login,
            String target,
            boolean refused,
            long minutes,
            boolean signedOut,
            boolean passwordSet,
            List<Offer> offers,
            String demoPassword) {}

    record Offer(String label, String login) {}

    @GetMapping("/login")
    String page(
            @RequestParam(name = "login", defaultValue = "") String login,
            @RequestParam(name = "continue", defaultValue = "/") String target,
            @RequestParam(name = "out", required = false) @Nullable String signedOut,
            @RequestParam(name = "set", required = false) @Nullable String passwordSet,
            Model model) {
        model.addAttribute("page", describe(login, target, false, 0, signedOut != null, passwordSet != null));
        return "security/login";
    }

    @PostMapping(REFUSED)
    String refused(
            @RequestParam(name = "login", defaultValue = "") String login,
            @RequestParam(name = "continue", defaultValue = "/") String target,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var minutes = request.getAttribute(REFUSAL) instanceof SignInPausedException paused ? paused.minutes() : 0;
        if (minutes > 0) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", String.valueOf(minutes * 60));
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
        model.addAttribute("page", describe(login, target, minutes == 0, minutes, false, false));
        return "security/login";
    }

    private Page describe(
            String login, String target, boolean refused, long minutes, boolean signedOut, boolean passwordSet) {
        var accounts = demo.getIfAvailable();
        return new Page(
                login,
                LocalPath.orElse(target, "/"),
                refused,
                minutes,
                signedOut,
                passwordSet,
                accounts == null
                        ? List.of()
                        : accounts.offers().stream()
                                .map(offer -> new Offer(offer.label(), offer.login()))
                                .toList(),
                accounts == null ? "" : accounts.password());
    }
}
