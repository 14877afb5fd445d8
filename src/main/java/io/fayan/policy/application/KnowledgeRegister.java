package io.fayan.policy.application;

import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.policy.Knowledge;
import io.fayan.policy.MadeKnown;
import io.fayan.policy.VersionMadeKnown;
import io.fayan.policy.domain.KnownVersion;
import io.fayan.policy.persistence.KnowledgeRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who knows which version, and so which clause as of which day. */
@Service
class KnowledgeRegister {

    private final ClauseRegister register;
    private final KnowledgeRows rows;
    private final People people;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KnowledgeRegister(
            ClauseRegister register,
            KnowledgeRows rows,
            People people,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.rows = rows;
        this.people = people;
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
    }

    boolean known(PersonId person, String clause, LocalDate day) {
        return register.versions().known(clause, day, workingDays.zone(), rows.of(List.of(person)));
    }

    List<Knowledge> of(Collection<PersonId> persons) {
        return rows.of(persons);
    }

    @Transactional
    public Outcome record(PersonId person, String version, LocalDate on, MadeKnown how, PersonId by) {
        var text = register.version(version);
        if (text.isEmpty()) {
            return Outcome.refused(Refusal.at("version", "policy.known.unknownVersion", version));
        }
        if (people.find(person).isEmpty()) {
            return Outcome.refused(Refusal.at("person", "policy.known.unknownPerson", person.value()));
        }
        if (on.isAfter(people.today())) {
            return Outcome.refused(Refusal.at("on", "policy.known.future"));
        }
        var knowledge = new Knowledge(person, version, text.get().hash(), on, how);
        if (rows.of(List.of(person)).stream().noneMatch(known -> sameWay(known, knowledge))) {
            enter(knowledge, by);
        }
        return Outcome.kept();
    }

    /** Writes one row that is known to be right and new. */
    void enter(Knowledge knowledge, PersonId by) {
        var now = clock.instant();
        rows.add(new KnownVersion(knowledge, by, now));
        events.publishEvent(new VersionMadeKnown(
                knowledge.person(),
                knowledge.version(),
                knowledge.textHash(),
                knowledge.on(),
                knowledge.how(),
                by,
                now));
    }

    /** The same text in the same way: the first record stands. */
    static boolean sameWay(Knowledge one, Knowledge other) {
        return one.person().equals(other.person())
                && one.version().equals(other.version())
                && one.textHash().equals(other.textHash())
                && one.how() == other.how();
    }
}
