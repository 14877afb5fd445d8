package io.fayan.platform.frontdoor;

import io.fayan.kernel.BusinessNumber;
import java.util.List;
import java.util.Map;

/** What became of a submission. Facts are routing facts for the engine: String, Boolean, Integer or Long, never a text. */
public sealed interface Outcome {

    /** The task is done; the process goes on with these facts. */
    record Completed(Map<String, Object> facts) implements Outcome {
        public Completed {
            facts = Map.copyOf(facts);
        }
    }

    /** Accepted; the task or matter stays where it is. */
    record Kept() implements Outcome {}

    /** A new matter exists; its process starts with these facts. */
    record Opened(BusinessNumber number, Map<String, Object> facts) implements Outcome {
        public Opened {
            facts = Map.copyOf(facts);
        }
    }

    /** Nothing happened, and this is why. */
    record Refused(List<Refusal> reasons) implements Outcome {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A refusal says why");
            }
        }
    }

    static Outcome completed(Map<String, Object> facts) {
        return new Completed(facts);
    }

    static Outcome completed() {
        return new Completed(Map.of());
    }

    static Outcome kept() {
        return new Kept();
    }

    static Outcome opened(BusinessNumber number, Map<String, Object> facts) {
        return new Opened(number, facts);
    }

    static Outcome refused(Refusal... reasons) {
        return new Refused(List.of(reasons));
    }

    static Outcome refused(List<Refusal> reasons) {
        return new Refused(reasons);
    }
}
