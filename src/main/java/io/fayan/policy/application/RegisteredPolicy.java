package io.fayan.policy.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.fayan.kernel.PersonId;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.policy.Clause;
import io.fayan.policy.Knowledge;
import io.fayan.policy.MadeKnown;
import io.fayan.policy.Policy;
import io.fayan.policy.PolicyVersion;
import io.fayan.policy.domain.InterpretationNote;
import io.fayan.policy.domain.Language;
import io.fayan.policy.domain.VersionProof;
import io.fayan.policy.domain.VersionText;
import io.fayan.policy.domain.VersionText.ClauseText;
import io.fayan.policy.domain.Versions;
import io.fayan.policy.persistence.OfficeRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

@Service
class RegisteredPolicy implements Policy {

    private final ClauseRegister register;
    private final OfficeRows office;
    private final KnowledgeRegister knowledge;

    RegisteredPolicy(ClauseRegister register, OfficeRows office, KnowledgeRegister knowledge) {
        this.register = register;
        this.office = office;
        this.knowledge = knowledge;
    }

    @Override
    public String inForce(Instant at) {
        var versions = register.versions();
        return versions.inForce(at).orElseGet(versions::oldest).tag();
    }

    @Override
    public List<PolicyVersion> versions(Locale language) {
        var proofs = office.proofs().stream()
                .collect(groupingBy(VersionProof::version, mapping(VersionProof::view, toList())));
        var views = new ArrayList<PolicyVersion>();
        Instant next = null;
        for (var version : newestFirst(register.versions())) {
            views.add(new PolicyVersion(
                    version.tag(),
                    register.number(version.tag()),
                    version.titles().get(Language.nearest(language)),
                    version.inForceFrom(),
                    next,
                    version.hash(),
                    proofs.getOrDefault(version.tag(), List.of())));
            next = version.inForceFrom();
        }
        return views;
    }

    @Override
    public Optional<Clause> clause(String version, String id, Locale language) {
        return register.clause(version, id)
                .map(clause -> view(version, clause, office.notes(version, id), Language.nearest(language)));
    }

    @Override
    public List<Clause> clauses(String version, Locale language) {
        var text = register.version(version);
        if (text.isEmpty()) {
            return List.of();
        }
        Map<String, List<InterpretationNote>> notes =
                office.notes(version).stream().collect(groupingBy(InterpretationNote::clause));
        return text.map(VersionText::clauses).orElseThrow().stream()
                .map(clause ->
                        view(version, clause, notes.getOrDefault(clause.id(), List.of()), Language.nearest(language)))
                .toList();
    }

    @Override
    public boolean known(PersonId person, String clause, LocalDate day) {
        return knowledge.known(person, clause, day);
    }

    @Override
    public List<Knowledge> knowledge(Collection<PersonId> persons) {
        return knowledge.of(persons);
    }

    @Override
    public Outcome recordKnown(PersonId person, String version, LocalDate on, MadeKnown how, PersonId by) {
        return knowledge.record(person, version, on, how, by);
    }

    private static List<VersionText> newestFirst(Versions versions) {
        var reversed = new ArrayList<>(versions.oldestFirst());
        Collections.reverse(reversed);
        return reversed;
    }

    private static Clause view(String version, ClauseText clause, List<InterpretationNote> notes, Language language) {
        var wording = clause.wordings().get(language);
        return new Clause(
                version,
                clause.id(),
                clause.heading(),
                wording.title(),
                wording.text(),
                clause.hash(),
                notes.stream()
                        .map(note -> new Clause.Note(note.author(), note.notedAt(), note.text(language)))
                        .toList());
    }
}
