package io.fayan.policy.application;

import io.fayan.policy.Clause;
import io.fayan.policy.Policy;
import io.fayan.policy.PolicyVersion;
import io.fayan.policy.domain.Language;
import io.fayan.policy.domain.VersionText;
import io.fayan.policy.domain.VersionText.ClauseText;
import io.fayan.policy.persistence.RegisterRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
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
class ClauseRegister implements Policy, SmartInitializingSingleton {

    private final ShippedVersions shipped;
    private final RegisterRows rows;
    private final TransactionTemplate transaction;
    private final boolean replaces;

    private volatile List<VersionText> versions = List.of();

    ClauseRegister(
            ShippedVersions shipped,
            RegisterRows rows,
            PlatformTransactionManager transactions,
            Environment environment) {
        this.shipped = shipped;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
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
        versions = Objects.requireNonNull(transaction.execute(status -> rows.all()));
        if (versions.isEmpty()) {
            throw new IllegalStateException("There is no policy: policy/<version>/clauses.json is missing");
        }
    }

    /** @throws IllegalStateException when another text is in force under this tag and may not be replaced */
    void enter(VersionText version) {
        transaction.executeWithoutResult(status -> {
            var stored = rows.stored(version.tag());
            if (stored.isEmpty()) {
                rows.insert(version);
            } else if (!stored.get().equals(new RegisterRows.Stored(version.inForceFrom(), version.hash()))) {
                if (!replaces) {
                    throw new IllegalStateException(("policy version %1$s is already in force and its texts differ: "
                                    + "ship a correction as a new version tag, e.g. %1$s.1")
                            .formatted(version.tag()));
                }
                rows.replace(version);
            }
        });
    }

    @Override
    public String inForce(Instant at) {
        var found = versions.get(0);
        for (var version : versions) {
            if (!version.inForceFrom().isAfter(at)) {
                found = version;
            }
        }
        return found.tag();
    }

    @Override
    public List<PolicyVersion> versions(Locale language) {
        var newestFirst = new ArrayList<PolicyVersion>();
        Instant next = null;
        for (var i = versions.size() - 1; i >= 0; i--) {
            var version = versions.get(i);
            var title = version.titles().get(Language.nearest(language));
            newestFirst.add(new PolicyVersion(version.tag(), title, version.inForceFrom(), next, version.hash()));
            next = version.inForceFrom();
        }
        return newestFirst;
    }

    @Override
    public Optional<Clause> clause(String version, String id, Locale language) {
        return version(version).stream()
                .flatMap(text -> text.clauses().stream())
                .filter(clause -> clause.id().equals(id))
                .map(clause -> clause(version, clause, language))
                .findFirst();
    }

    @Override
    public List<Clause> clauses(String version, Locale language) {
        return version(version).stream()
                .flatMap(text -> text.clauses().stream())
                .map(clause -> clause(version, clause, language))
                .toList();
    }

    private Optional<VersionText> version(String tag) {
        return versions.stream().filter(version -> version.tag().equals(tag)).findFirst();
    }

    private static Clause clause(String version, ClauseText clause, Locale language) {
        var wording = clause.wordings().get(Language.nearest(language));
        return new Clause(version, clause.id(), clause.heading(), wording.title(), wording.text(), clause.hash());
    }
}
