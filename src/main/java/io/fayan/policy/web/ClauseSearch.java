package io.fayan.policy.web;

import io.fayan.kernel.PersonId;
import io.fayan.platform.web.SearchSource;
import io.fayan.policy.Policy;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Clauses of the version in force, by number or by what they say. */
@Component
class ClauseSearch implements SearchSource {

    private final Policy policy;
    private final Clock clock;

    ClauseSearch(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public List<Hit> search(PersonId person, String words, int limit) {
        var wanted = Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return policy.clauses(policy.inForce(clock.instant()), LocaleContextHolder.getLocale()).stream()
                .filter(clause -> !clause.heading())
                .filter(clause -> {
                    var text = (clause.id() + ' ' + clause.title() + ' ' + clause.text()).toLowerCase(Locale.ROOT);
                    return wanted.stream().allMatch(text::contains);
                })
                .limit(limit)
                .map(clause -> new Hit(
                        "search.kind.clause",
                        clause.id() + ' ' + clause.title(),
                        clause.text(),
                        "/policy#c-" + clause.id()))
                .toList();
    }
}
