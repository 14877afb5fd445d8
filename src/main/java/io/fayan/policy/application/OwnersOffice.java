package io.fayan.policy.application;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.kernel.Sha256;
import io.fayan.people.People;
import io.fayan.platform.files.Files;
import io.fayan.platform.files.Files.StoredFile;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.policy.NoteAdded;
import io.fayan.policy.PolicyOffice;
import io.fayan.policy.ProofRecorded;
import io.fayan.policy.domain.InterpretationNote;
import io.fayan.policy.domain.VersionProof;
import io.fayan.policy.persistence.OfficeRows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class OwnersOffice implements PolicyOffice {

    private static final int LONGEST_REMARK = 500;

    private final ClauseRegister register;
    private final OfficeRows rows;
    private final Files files;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnersOffice(
            ClauseRegister register,
            OfficeRows rows,
            Files files,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.rows = rows;
        this.files = files;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome addNote(NewNote note, PersonId by) {
        if (!owns(by)) {
            return Outcome.refused(Refusal.because("policy.office.onlyOwner"));
        }
        if (rows.hasNote(note.id())) {
            return Outcome.kept();
        }
        var refusals = new ArrayList<Refusal>();
        var clause = register.clause(note.version(), note.clause());
        if (clause.isEmpty() || clause.get().heading()) {
            refusals.add(Refusal.at("clause", "policy.note.unknownClause"));
        }
        var zhCn = text("zhCn", note.zhCn(), refusals);
        var zhTw = text("zhTw", note.zhTw(), refusals);
        var en = text("en", note.en(), refusals);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        var now = clock.instant();
        var added = new InterpretationNote(note.id(), note.version(), note.clause(), zhCn, zhTw, en, by, now);
        rows.add(added);
        events.publishEvent(new NoteAdded(note.id(), note.version(), note.clause(), added.textHash(), by, now));
        return Outcome.kept();
    }

    @Override
    @Transactional
    public Outcome recordProof(NewProof proof, PersonId by) {
        if (!owns(by)) {
            return Outcome.refused(Refusal.because("policy.office.onlyOwner"));
        }
        if (rows.hasProof(proof.id())) {
            return Outcome.kept();
        }
        var refusals = new ArrayList<Refusal>();
        if (register.version(proof.version()).isEmpty()) {
            refusals.add(Refusal.at("version", "policy.known.unknownVersion", proof.version()));
        }
        if (proof.kind() == null) {
            refusals.add(Refusal.at("kind", "policy.office.required"));
        }
        if (proof.on() == null) {
            refusals.add(Refusal.at("on", "policy.office.required"));
        } else if (proof.on().isAfter(people.today())) {
            refusals.add(Refusal.at("on", "policy.known.future"));
        }
        var remark = proof.remark() == null || proof.remark().isBlank()
                ? null
                : proof.remark().strip();
        if (remark != null && remark.length() > LONGEST_REMARK) {
            refusals.add(Refusal.at("remark", "policy.office.tooLong", LONGEST_REMARK));
        }
        if (refusals.isEmpty() && !attached(proof, by)) {
            refusals.add(Refusal.at("files", "policy.proof.foreignFile"));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        var kind = Objects.requireNonNull(proof.kind());
        var on = Objects.requireNonNull(proof.on());
        var now = clock.instant();
        rows.add(new VersionProof(proof.id(), proof.version(), kind, on, remark, proof.files(), by, now));
        events.publishEvent(new ProofRecorded(proof.id(), proof.version(), kind, on, hashes(proof), by, now));
        return Outcome.kept();
    }

    private boolean attached(NewProof proof, PersonId by) {
        return proof.files().isEmpty() || files.attach(by, register.number(proof.version()), proof.files());
    }

    private List<Sha256> hashes(NewProof proof) {
        return proof.files().isEmpty()
                ? List.of()
                : files.of(proof.files()).stream().map(StoredFile::sha256).toList();
    }

    private boolean owns(PersonId person) {
        return people.find(person)
                .filter(known -> known.active() && known.has(Role.POLICY_OWNER))
                .isPresent();
    }

    private static String text(String field, @Nullable String text, List<Refusal> refusals) {
        var said = text == null ? "" : text.strip();
        if (said.isEmpty()) {
            refusals.add(Refusal.at(field, "policy.note.missing." + field));
        } else if (said.length() > InterpretationNote.LONGEST) {
            refusals.add(Refusal.at(field, "policy.office.tooLong", InterpretationNote.LONGEST));
        }
        return said;
    }
}
