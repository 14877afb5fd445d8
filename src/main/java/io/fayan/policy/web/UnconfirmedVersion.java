package io.fayan.policy.web;

import io.fayan.kernel.PersonId;
import io.fayan.platform.web.HomeSection;
import io.fayan.policy.Policy;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** On the home page of whoever is not on record as knowing the version in force. */
@Component
class UnconfirmedVersion implements HomeSection {

    private final Policy policy;
    private final Clock clock;

    UnconfirmedVersion(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public String fragment() {
        return "policy/home :: unconfirmed";
    }

    @Override
    public @Nullable Object model(PersonId person) {
        var inForce = policy.inForce(clock.instant());
        return policy.versions(LocaleContextHolder.getLocale()).stream()
                .filter(version -> version.tag().equals(inForce))
                .filter(version -> policy.knowledge(List.of(person)).stream()
                        .noneMatch(known -> known.version().equals(inForce)
                                && known.textHash().equals(version.textHash())))
                .findFirst()
                .orElse(null);
    }
}
