package io.fayan.speaking.application;

import io.fayan.platform.decisions.Decision;
import io.fayan.platform.decisions.Decisions;
import io.fayan.speaking.Audience;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.Risk;
import io.fayan.speaking.SpeakingAs;
import io.fayan.speaking.domain.Ground;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Asks the policy's tables how risky a text is and who must look at it, content class by content class. */
@Component
class Judgement {

    static final String RISK = "speaking-risk";
    static final String REVIEWERS = "speaking-reviewers";

    private final Decisions decisions;

    Judgement(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The facts that the tables look at. */
    record Facts(
            Channel channel,
            SpeakingAs speakingAs,
            Set<ContentClass> contentClasses,
            Audience audience,
            boolean attachments) {}

    /** @param risk the highest of all content classes */
    record Judged(Risk risk, Set<Reviewer> reviewers, List<Ground> grounds) {}

    Judged judge(String policyVersion, Facts facts) {
        var grounds = new ArrayList<Ground>();
        var classes = new TreeSet<>(facts.contentClasses());
        for (var contentClass : classes) {
            add(
                    grounds,
                    contentClass,
                    "risk",
                    decisions.evaluate(
                            RISK,
                            policyVersion,
                            Map.of(
                                    "contentClass", contentClass.name(),
                                    "audience", facts.audience().name(),
                                    "speakingAs", facts.speakingAs().name())));
        }
        var risk = grounds.stream()
                .map(ground -> Risk.valueOf(ground.outcome()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var reviewers = new TreeSet<Reviewer>();
        for (var contentClass : classes) {
            var decision = decisions.evaluate(
                    REVIEWERS,
                    policyVersion,
                    Map.of(
                            "contentClass", contentClass.name(),
                            "risk", risk.name(),
                            "channel", facts.channel().name(),
                            "hasAttachments", facts.attachments()));
            add(grounds, contentClass, "reviewer", decision);
            decision.rows()
                    .forEach(row -> reviewers.add(
                            Reviewer.valueOf((String) row.outputs().get("reviewer"))));
        }
        return new Judged(risk, reviewers, List.copyOf(grounds));
    }

    private static void add(List<Ground> grounds, ContentClass contentClass, String output, Decision decision) {
        decision.rows()
                .forEach(
                        row -> grounds.add(new Ground(decision.table(), row.rule(), row.clause(), contentClass, (String)
                                row.outputs().get(output))));
    }
}
