package io.fayan.audit.application;

import io.fayan.audit.domain.AuditEntry;
import io.fayan.audit.domain.HeadsDigest;
import io.fayan.audit.domain.Seal;
import io.fayan.audit.domain.SealKey;
import io.fayan.audit.persistence.AuditRows;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals the heads of all chains that changed. One node at a time: the scheduler sees to that, the seals' key proves it. */
@Component
public class Sealing {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    /** Heads of one seal: writers of these chains wait while it is made. */
    private static final int HEADS = 500;

    private static final int PAGE = 1000;

    private final AuditRows rows;
    private final SealKey key;
    private final SealFile file;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sealing(AuditRows rows, SealKey key, SealFile file, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.key = key;
        this.file = file;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Seals until nothing is left, then brings the file up to date. Answers how many seals were made. */
    public int seal() {
        var made = 0;
        while (transaction.execute(status -> sealOnce()).isPresent()) {
            made++;
        }
        bringFileUpToDate();
        return made;
    }

    private Optional<Seal> sealOnce() {
        var heads = rows.lockedUnsealed(HEADS);
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        var digest = new HeadsDigest();
        heads.forEach(digest::add);
        var before = rows.newestSeal();
        var seal = Seal.after(
                before.map(Seal::seq).orElse(0L),
                before.map(Seal::seal).orElse(AuditEntry.GENESIS),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                digest.heads(),
                digest.value(),
                key);
        rows.append(seal, heads);
        return Optional.of(seal);
    }

    /** Also what an earlier run or another node could not write here. */
    private void bringFileUpToDate() {
        var last = file.last();
        var newest = rows.newestSeal().map(Seal::seq).orElse(0L);
        if (last > newest) {
            log.error("The seal file ends with seal {}, the table with seal {}: seals were cut off", last, newest);
            return;
        }
        while (last < newest) {
            var seals = rows.seals(last, PAGE);
            if (seals.isEmpty()) {
                return;
            }
            file.append(seals);
            last = seals.get(seals.size() - 1).seq();
        }
    }
}
