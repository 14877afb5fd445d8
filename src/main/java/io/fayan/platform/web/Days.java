package io.fayan.platform.web;

import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Days in forms and addresses: what is no day is a day not given, so that a page asks for it at its field and keeps the
 * others, instead of giving way to a 400.
 */
@ControllerAdvice
class Days {

    @InitBinder
    void days(WebDataBinder binder) {
        binder.registerCustomEditor(LocalDate.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String typed) {
                setValue(day(typed.strip()));
            }
        });
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
