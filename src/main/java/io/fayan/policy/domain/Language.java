package io.fayan.policy.domain;

import java.util.Locale;

/** The languages in which the policy is written. */
public enum Language {
    ZH_CN("zh-CN"),
    ZH_TW("zh-TW"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47, as in the shipped files. */
    public String tag() {
        return tag;
    }

    /** @throws IllegalArgumentException when the policy is not written in that language */
    public static Language ofTag(String tag) {
        for (var language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("The policy is written in zh-CN, zh-TW and en");
    }

    /** The one nearest to what the reader asked for; the company's own language, simplified Chinese, when none is near. */
    public static Language nearest(Locale reader) {
        return switch (reader.getLanguage()) {
            case "en" -> EN;
            case "zh" -> isTraditional(reader) ? ZH_TW : ZH_CN;
            default -> ZH_CN;
        };
    }

    private static boolean isTraditional(Locale reader) {
        return switch (reader.getScript()) {
            case "Hant" -> true;
            case "Hans" -> false;
            default ->
                switch (reader.getCountry()) {
                    case "TW", "HK", "MO" -> true;
                    default -> false;
                };
        };
    }
}
