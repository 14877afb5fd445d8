package io.fayan.accounts.domain;

import java.text.Normalizer;
import java.util.Locale;

/** An account's name on its platform. Two that differ in capitals, widths or a leading @ only are the same. */
public record Handle(String shown) {

    public Handle {
        shown = shown.strip();
        if (shown.startsWith("@")) {
            shown = shown.substring(1);
        }
        if (shown.isEmpty()) {
            throw new IllegalArgumentException("A handle has at least one character");
        }
    }

    /** What two equal handles have in common. */
    public String key() {
        return Normalizer.normalize(shown, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
