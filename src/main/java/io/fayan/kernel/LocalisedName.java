package io.fayan.kernel;

import java.util.Locale;

/** A name that the company writes in each of its three languages: of a unit, a platform, a course. */
public record LocalisedName(String zhCn, String zhTw, String en) {

    public LocalisedName {
        if (zhCn.isBlank() || zhTw.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("A name is given in every language");
        }
    }

    /** Traditional for Taiwan, Hong Kong, Macau and script {@code Hant}, English for English, else simplified Chinese. */
    public String in(Locale language) {
        if (language.getLanguage().equals("en")) {
            return en;
        }
        var traditional = language.getLanguage().equals("zh")
                && (language.getScript().equals("Hant")
                        || switch (language.getCountry()) {
                            case "TW", "HK", "MO" -> true;
                            default -> false;
                        });
        return traditional ? zhTw : zhCn;
    }

    /** All three, for search. */
    public String all() {
        return zhCn + ' ' + zhTw + ' ' + en;
    }
}
