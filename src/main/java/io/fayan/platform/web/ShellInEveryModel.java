package io.fayan.platform.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts what the frame and the recurring pieces call into every page's model; Thymeleaf lets attributes call no beans. */
@ControllerAdvice
class ShellInEveryModel {

    private final Shell shell;
    private final Times times;
    private final Persons persons;

    ShellInEveryModel(Shell shell, Times times, Persons persons) {
        this.shell = shell;
        this.times = times;
        this.persons = persons;
    }

    @ModelAttribute
    void fill(Model model) {
        model.addAttribute("shell", shell);
        model.addAttribute("times", times);
        model.addAttribute("persons", persons);
        // A redirect may have brought them along.
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", FormErrors.NONE);
        }
        if (!model.containsAttribute(Confirmation.ATTRIBUTE)) {
            model.addAttribute(Confirmation.ATTRIBUTE, null);
        }
    }
}
