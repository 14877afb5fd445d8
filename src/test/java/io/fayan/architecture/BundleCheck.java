package io.fayan.architecture;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One module's texts in all languages held against each other. Answers what is wrong, in words. */
final class BundleCheck {

    static final List<String> LANGUAGES = List.of("zh_CN", "zh_TW", "en");

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LETTERS = Pattern.compile("\\p{Alpha}");

    /** Characters that only one of the two scripts has, the other one below each. */
    private static final String SIMPLIFIED =
            "们这说对时会发将应关开过进还问题实间见处业员经请为个来国动种学点传认识变让证据设备权网评论称职责务报录总级议记词语调试读写课费资贴质转输达运远选适邮释门闭闻阅队阶际随难项顺须顾预领频风飞饭饮馆骤验";

    private static final String TRADITIONAL =
            "們這說對時會發將應關開過進還問題實間見處業員經請為個來國動種學點傳認識變讓證據設備權網評論稱職責務報錄總級議記詞語調試讀寫課費資貼質轉輸達運遠選適郵釋門閉聞閱隊階際隨難項順須顧預領頻風飛飯飲館驟驗";

    private final String module;
    private final Map<String, Map<String, String>> languages = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    private BundleCheck(String module) {
        this.module = module;
    }

    /** @param files the text of each language's file; a missing language is a finding */
    static List<String> findings(String module, Map<String, String> files) {
        var check = new BundleCheck(module);
        for (var language : LANGUAGES) {
            if (files.containsKey(language)) {
                check.languages.put(language, check.read(language, files.get(language)));
            } else {
                check.found(language, "", "there is no such file");
            }
        }
        check.sameKeys();
        check.languages.forEach((language, texts) -> texts.forEach((key, text) -> check.text(language, key, text)));
        check.sameArguments();
        check.translated();
        return check.findings;
    }

    /** The texts of one file; nothing that is wrong with it. */
    static Map<String, String> texts(String file) {
        var properties = new Properties();
        try {
            properties.load(new java.io.StringReader(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (a, b) -> a, TreeMap::new));
    }

    private Map<String, String> read(String language, String file) {
        if (file.startsWith("\uFEFF") || file.contains("\uFFFD")) {
            found(language, "", "the file is plain UTF-8 without a mark");
        }
        var seen = new TreeSet<String>();
        for (var line : file.split("\n")) {
            var end = line.indexOf('=');
            if (end > 0
                    && !line.startsWith("#")
                    && !seen.add(line.substring(0, end).strip())) {
                found(language, line.substring(0, end).strip(), "stands there twice");
            }
        }
        return texts(file);
    }

    private void sameKeys() {
        var all = new TreeSet<String>();
        languages.values().forEach(texts -> all.addAll(texts.keySet()));
        languages.forEach((language, texts) ->
                all.stream().filter(key -> !texts.containsKey(key)).forEach(key -> found(language, key, "is missing")));
    }

    private void text(String language, String key, String text) {
        if (text.isBlank()) {
            found(language, key, "is empty");
            return;
        }
        if (!text.equals(text.strip())) {
            found(language, key, "begins or ends with a space");
        }
        // The forms' script puts arguments in by itself; there is nothing to escape.
        var formatted = ARGUMENT.matcher(text).find() && !key.startsWith("form.");
        if (!formatted) {
            if (text.contains("''")) {
                found(language, key, "has a double apostrophe, which is shown when there are no arguments");
            }
            return;
        }
        if (LONE_APOSTROPHE.matcher(text).find()) {
            found(language, key, "has an apostrophe beside arguments: double it");
        }
        try {
            new MessageFormat(text);
        } catch (IllegalArgumentException e) {
            found(language, key, "is no message format");
        }
    }

    private void sameArguments() {
        var first = languages.getOrDefault("zh_CN", Map.of());
        languages.forEach((language, texts) -> texts.forEach((key, text) -> {
            if (first.containsKey(key) && !arguments(first.get(key)).equals(arguments(text))) {
                found(language, key, "has other arguments than zh_CN: " + arguments(text));
            }
        }));
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void translated() {
        var english = languages.getOrDefault("en", Map.of());
        for (var language : List.of("zh_CN", "zh_TW")) {
            var other = language.equals("zh_CN") ? TRADITIONAL : SIMPLIFIED;
            languages.getOrDefault(language, Map.of()).forEach((key, text) -> {
                if (text.equals(english.get(key))
                        && LETTERS.matcher(text).results().count() > 12) {
                    found(language, key, "is the English text");
                }
                if (!key.startsWith("portal.language.")) {
                    text.chars()
                            .filter(c -> other.indexOf(c) >= 0)
                            .findFirst()
                            .ifPresent(c -> found(language, key, "has a character of the other script: " + (char) c));
                }
            });
        }
        english.forEach((key, text) -> {
            if (HAN.matcher(text).find()
                    && LETTERS.matcher(text).results().count() == 0
                    && !key.startsWith("portal.language.")) {
                found("en", key, "is not in English");
            }
        });
    }

    private void found(String language, String key, String what) {
        findings.add(module + "_" + language + " " + key + ": " + what);
    }
}
