package io.fayan.architecture;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One embedded form held against the record that takes what it sends. Answers what is wrong, in words. */
final class FormCheck {

    /** The front door takes it off before it binds. */
    private static final String KEY = "submissionKey";

    private static final Pattern FIELD = Pattern.compile("cam-variable-name=\"([^\"]*)\"");
    private static final Pattern TYPE =
            Pattern.compile("cam-variable-name=\"[^\"]*\"\\s+cam-variable-type=\"(?:String|Boolean|Integer|Long)\"");
    private static final Pattern HANDLER = Pattern.compile("<[^>]*\\son[a-z]+\\s*=");
    private static final Pattern SCRIPT = Pattern.compile("<script(?![^>]*\\bcam-script\\b)");

    private FormCheck() {}

    static List<String> findings(String html, Class<?> submission) {
        var findings = new ArrayList<String>();
        var sent = FIELD.matcher(html).results().map(match -> match.group(1)).toList();
        var taken = Arrays.stream(submission.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        taken.add(KEY);
        taken.stream().filter(name -> !sent.contains(name)).forEach(name -> findings.add("does not send " + name));
        sent.stream()
                .filter(name -> !taken.contains(name))
                .forEach(name -> findings.add("sends " + name + ", which nobody takes"));
        if (new TreeSet<>(sent).size() < sent.size()) {
            findings.add("names a field twice");
        }
        if (TYPE.matcher(html).results().count() < sent.size()) {
            findings.add("a field has no type of String, Boolean, Integer, Long");
        }
        findings.addAll(safety(html));
        return findings;
    }

    /** What the content policy or Tasklist would stumble over, in any form file. */
    static List<String> safety(String html) {
        var findings = new ArrayList<String>();
        if (HANDLER.matcher(html).find()) {
            findings.add("has an inline event handler");
        }
        if (html.contains("javascript:")) {
            findings.add("has a script as a link");
        }
        if (SCRIPT.matcher(html).find()) {
            findings.add("has a script that Tasklist does not know");
        }
        if (html.contains("cam-file-download")) {
            findings.add("takes context from the engine: it comes from /api");
        }
        return findings;
    }
}
