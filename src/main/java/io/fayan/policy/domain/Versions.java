package io.fayan.policy.domain;

import io.fayan.policy.Knowledge;
import io.fayan.policy.domain.VersionText.ClauseText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of the policy, each in force until the next one begins. */
public record Versions(List<VersionText> oldestFirst) {

    public Versions {
        oldestFirst = oldestFirst.stream()
                .sorted(Comparator.comparing(VersionText::inForceFrom).thenComparing(VersionText::tag))
                .toList();
    }

    public VersionText oldest() {
        return oldestFirst.get(0);
    }

    public Optional<VersionText> find(String tag) {
        return oldestFirst.stream().filter(version -> version.tag().equals(tag)).findFirst();
    }

    /** Empty before the first version came into force. */
    public Optional<VersionText> inForce(Instant at) {
        return oldestFirst.stream()
                .filter(version -> !version.inForceFrom().isAfter(at))
                .reduce((earlier, later) -> later);
    }

    /**
     * Whether what a person was told by the end of that day contains the clause word for word as it was in force on it.
     *
     * @param zone where the day begins and ends
     * @param told what was made known to the person, at any time
     */
    public boolean known(String clause, LocalDate day, ZoneId zone, Collection<Knowledge> told) {
        var inForce = inForce(day.atStartOfDay(zone).toInstant()).flatMap(version -> version.clause(clause));
        return inForce.isPresent()
                && told.stream()
                        .filter(known -> !known.on().isAfter(day))
                        .flatMap(known -> find(known.version()).stream()
                                .filter(version -> version.hash().equals(known.textHash())))
                        .flatMap(version -> version.clause(clause).stream())
                        .map(ClauseText::hash)
                        .anyMatch(inForce.get().hash()::equals);
    }
}
