package io.fayan.platform.web;

import io.fayan.platform.frontdoor.Blank;
import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * What is typed into pages and addresses. What is no day is a day not given, and a text in which nobody sees anything is
 * none, so that a page asks for it at its field and keeps the others.
 */
@ControllerAdvice
class Typed {

    @InitBinder
    void typed(WebDataBinder binder) {
        binder.registerCustomEditor(LocalDate.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String typed) {
                setValue(day(typed.strip()));
            }
        });
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String typed) {
                setValue(Blank.is(typed) ? "" : lines(typed));
            }
        });
    }

    /** Browsers count a line break once and send it as two characters. */
    static String lines(String typed) {
        return typed.replace("\r\n", "\n");
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            var day = LocalDate.parse(typed);
            // Before 1900 and after 2999 databases disagree about days.
            return day.getYear() >= 1900 && day.getYear() < 3000 ? day : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
