package io.fayan.platform.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts what the frame and the recurring pieces call into every page's model; Thymeleaf lets attributes call no beans. */
@ControllerAdvice
class ShellInEveryModel {

    private final Shell shell;

    ShellInEveryModel(Shell shell) {
        this.shell = shell;
    }

    @ModelAttribute("shell")
    Shell shell() {
        return shell;
    }
}
