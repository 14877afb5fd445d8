package io.fayan.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the demo's story book, {@code demo/requests.json}. Times are days and hours relative to the first start. */
record DemoRequest(
        String key,
        String requester,
        double startsDaysAgo,
        String channel,
        @Nullable String account,
        @Nullable String occasion,
        String language,
        String title,
        String text,
        String speakingAs,
        List<String> contentClasses,
        String audience,
        String purpose,
        double windowFromDays,
        double windowToDays,
        boolean urgent,
        @Nullable String urgentReason,
        List<String> attachments,
        List<Step> story) {

    /** @param action one entry: the step's kind, for example {@code review}, and what the person enters */
    record Step(double afterHours, @JsonProperty("do") Map<String, Map<String, @Nullable Object>> action) {

        String kind() {
            return action.keySet().iterator().next();
        }

        /** @throws IllegalArgumentException when the story book leaves out what the step needs */
        String text(String name) {
            var value = action.get(kind()).get(name);
            if (value == null) {
                throw new IllegalArgumentException(kind() + " needs " + name);
            }
            return value.toString();
        }

        @Nullable
        String optional(String name) {
            var value = action.get(kind()).get(name);
            return value == null ? null : value.toString();
        }
    }
}
