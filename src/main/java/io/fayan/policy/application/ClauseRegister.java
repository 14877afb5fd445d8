package io.fayan.policy.application;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.platform.numbers.BusinessNumbers;
import io.fayan.policy.VersionEntered;
import io.fayan.policy.domain.VersionText;
import io.fayan.policy.domain.VersionText.ClauseText;
import io.fayan.policy.domain.Versions;
import io.fayan.policy.persistence.RegisterRows;
import io.fayan.policy.persistence.RegisterRows.Entered;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the shipped texts into rows before the application answers anybody, and answers from memory afterwards. Like the
 * decision tables, a text that is in force is not changed under the people who signed it.
 */
@Component
class ClauseRegister implements SmartInitializingSingleton {

    /** Business numbers of versions. */
    static final String PREFIX = "PV";

    private final ShippedVersions shipped;
    private final RegisterRows rows;
    private final BusinessNumbers numbers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean replaces;

    private volatile Versions versions = new Versions(List.of());
    private volatile Map<String, BusinessNumber> byTag = Map.of();

    ClauseRegister(
            ShippedVersions shipped,
            RegisterRows rows,
            BusinessNumbers numbers,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock,
            Environment environment) {
        this.shipped = shipped;
        this.rows = rows;
        this.numbers = numbers;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
        this.replaces = environment.acceptsProfiles(Profiles.of("(demo | test) & !prod"));
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var version : shipped.read()) {
            try {
                enter(version);
            } catch (DataIntegrityViolationException anotherNodeWasFaster) {
                enter(version);
            }
        }
        var entered = Objects.requireNonNull(transaction.execute(status -> rows.all()));
        if (entered.isEmpty()) {
            throw new IllegalStateException("There is no policy: policy/<version>/clauses.json is missing");
        }
        versions = new Versions(entered.stream().map(Entered::text).toList());
        byTag = entered.stream()
                .collect(Collectors.toUnmodifiableMap(version -> version.text().tag(), Entered::number));
    }

    /** @throws IllegalStateException when another text is in force under this tag and may not be replaced */
    void enter(VersionText version) {
        transaction.executeWithoutResult(status -> {
            var stored = rows.stored(version.tag());
            if (stored.isPresent() && stored.get().holds(version)) {
                return;
            }
            if (stored.isEmpty()) {
                rows.insert(version, numbers.next(PREFIX));
            } else if (replaces) {
                rows.replace(version, stored.get().number());
            } else {
                throw new IllegalStateException(("policy version %1$s is already in force and its texts differ: "
                                + "ship a correction as a new version tag, e.g. %1$s.1")
                        .formatted(version.tag()));
            }
            events.publishEvent(new VersionEntered(
                    version.tag(), version.hash(), version.inForceFrom(), PersonId.SYSTEM, clock.instant()));
        });
    }

    Versions versions() {
        return versions;
    }

    /** The number of a version that is in the register. */
    BusinessNumber number(String tag) {
        return Objects.requireNonNull(byTag.get(tag));
    }

    Optional<VersionText> version(String tag) {
        return versions.find(tag);
    }

    /** A clause of a version; empty when there is no such version, too. */
    Optional<ClauseText> clause(String tag, String id) {
        return version(tag).flatMap(version -> version.clause(id));
    }
}
