package io.fayan.people.domain;

import io.fayan.kernel.PersonId;
import io.fayan.people.Absences.Absence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days on which somebody is away and somebody else stands in. */
@Entity
@Table(name = "absence")
public class AbsencePeriod {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private String person;

    @Column(name = "from_day")
    private LocalDate from;

    @Column(name = "until_day")
    private LocalDate until;

    private String deputy;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "cancelled_at")
    private @Nullable Instant cancelledAt;

    @Column(name = "handed_over_at")
    private @Nullable Instant handedOverAt;

    @Version
    private @Nullable Long version;

    protected AbsencePeriod() {}

    public AbsencePeriod(PersonId person, LocalDate from, LocalDate until, PersonId deputy, PersonId by, Instant at) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("An absence does not end before it begins");
        }
        if (deputy.equals(person)) {
            throw new IllegalArgumentException("Nobody stands in for themselves");
        }
        this.id = UUID.randomUUID();
        this.person = person.value();
        this.from = from;
        this.until = until;
        this.deputy = deputy.value();
        this.recordedBy = by.value();
        this.recordedAt = at;
    }

    /** Back early: away until yesterday. Never begun: taken back altogether. */
    public void cancel(LocalDate today, Instant at) {
        if (from.isBefore(today)) {
            until = today.minusDays(1);
        } else {
            cancelledAt = at;
        }
    }

    public void handedOver(Instant at) {
        handedOverAt = at;
    }

    public boolean overlaps(LocalDate first, LocalDate last) {
        return cancelledAt == null && !from.isAfter(last) && !until.isBefore(first);
    }

    public boolean begunBy(LocalDate day) {
        return !from.isAfter(day);
    }

    /** Running or still to come. */
    public boolean openOn(LocalDate day) {
        return cancelledAt == null && !until.isBefore(day);
    }

    public UUID id() {
        return id;
    }

    public PersonId person() {
        return new PersonId(person);
    }

    public PersonId deputy() {
        return new PersonId(deputy);
    }

    public Absence view() {
        return new Absence(id, person(), from, until, deputy());
    }
}
