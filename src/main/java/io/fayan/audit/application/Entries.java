package io.fayan.audit.application;

import io.fayan.audit.domain.AuditEntry;
import io.fayan.audit.domain.AuditEvent;
import io.fayan.audit.domain.EntryFilter;
import io.fayan.audit.domain.Seal;
import io.fayan.audit.persistence.AuditRows;
import io.fayan.audit.persistence.EntryRows;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking into the log. */
@Service
public class Entries {

    private static final int PAGE = 1000;

    private final EntryRows entries;
    private final AuditRows log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Entries(EntryRows entries, AuditRows log, ApplicationEventPublisher events, Clock clock) {
        this.entries = entries;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** @param older the page after this one; null when there is none */
    public record Page(List<AuditEntry> entries, EntryFilter.@Nullable Place older) {}

    public record State(long chains, long entries, long unsealed, List<Seal> newestSeals) {}

    @Transactional(readOnly = true)
    public Page page(EntryFilter filter, EntryFilter.@Nullable Place after, int size) {
        var found = entries.find(filter, after, size + 1);
        return found.size() <= size
                ? new Page(found, null)
                : new Page(found.subList(0, size), EntryFilter.Place.of(found.get(size - 1)));
    }

    @Transactional(readOnly = true)
    public State state(int seals) {
        var size = log.size();
        return new State(size.chains(), size.entries(), size.unsealed(), log.newestSeals(seals));
    }

    /** That somebody takes entries out of the house is an entry itself; before the first line leaves. */
    @Transactional
    public void exportBegins(PersonId person, EntryFilter filter) {
        var facts = new HashMap<String, String>();
        putIfThere(
                facts,
                "chain",
                filter.chain() == null ? null : Sha256.of(filter.chain()).abbreviated());
        putIfThere(
                facts,
                "name",
                filter.name() == null ? null : Sha256.of(filter.name()).abbreviated());
        putIfThere(
                facts,
                "actor",
                filter.actor() == null ? null : Sha256.of(filter.actor()).abbreviated());
        putIfThere(facts, "from", filter.from());
        putIfThere(facts, "until", filter.until());
        events.publishEvent(AuditEvent.entriesExported(person, clock.instant(), facts));
    }

    /** Every entry that the filter lets through, newest first; a page in memory. Not in one transaction. */
    public void export(EntryFilter filter, Consumer<AuditEntry> line) {
        var pages = new Pages<AuditEntry>(
                last -> entries.find(filter, last == null ? null : EntryFilter.Place.of(last), PAGE));
        for (var entry = pages.peek(); entry != null; entry = pages.peek()) {
            line.accept(entry);
            pages.take();
        }
    }

    private static void putIfThere(Map<String, String> facts, String key, @Nullable Object value) {
        if (value != null) {
            facts.put(key, value.toString());
        }
    }
}
