package io.fayan.platform.web;

import io.fayan.platform.frontdoor.Refusal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The message bundles, in the language of the request or in a language named. A missing key is an error, never shown raw. */
@Component
public class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    public String say(String key, Object... arguments) {
        return in(LocaleContextHolder.getLocale(), key, arguments);
    }

    public String in(Locale language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    public String say(Refusal refusal) {
        return say(refusal.message(), refusal.arguments().toArray());
    }
}
