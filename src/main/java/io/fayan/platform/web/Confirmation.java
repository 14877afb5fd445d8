package io.fayan.platform.web;

import java.io.Serializable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is said on the next page after something was done: what happened, and what comes next and when. The frame shows it.
 *
 * @param title in the language of the request
 * @param next may be empty
 */
public record Confirmation(String title, String next) implements Serializable {

    static final String ATTRIBUTE = "confirmation";

    /** Kept for the page that the answer redirects to. */
    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute(ATTRIBUTE, this);
    }
}
