package io.fayan.platform.web;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** The message bundles, which can also be read by prefix: forms take all their texts at once. */
public class Bundles extends ReloadableResourceBundleMessageSource {

    /** Every message whose key begins with the prefix and a dot. */
    public Map<String, String> startingWith(String prefix, Locale language) {
        var found = new TreeMap<String, String>();
        getMergedProperties(language).getProperties().forEach((key, value) -> {
            if (key.toString().startsWith(prefix + ".")) {
                found.put(key.toString(), value.toString());
            }
        });
        return found;
    }
}
