package io.fayan.platform.web;

import io.fayan.platform.frontdoor.Refusal;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is wrong with a form, for {@code fragments/forms}; a page puts it into its model as {@code errors}. */
public record FormErrors(List<FormError> all) implements Serializable {

    public static final FormErrors NONE = new FormErrors(List.of());

    /** @param field id of the field; null when it is about the whole */
    public record FormError(@Nullable String field, String message) implements Serializable {}

    public FormErrors {
        all = List.copyOf(all);
    }

    public static FormErrors of(List<Refusal> refusals, Texts texts) {
        return new FormErrors(refusals.stream()
                .map(refusal -> new FormError(refusal.field(), texts.say(refusal)))
                .toList());
    }

    public boolean any() {
        return !all.isEmpty();
    }

    public List<String> at(String field) {
        return all.stream()
                .filter(error -> field.equals(error.field()))
                .map(FormError::message)
                .toList();
    }

    /** Kept for the page that the answer redirects to; the frame shows those of no field. */
    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute("errors", this);
    }
}
