package io.fayan.people.application;

import io.fayan.kernel.PersonId;
import io.fayan.people.AbsenceCancelled;
import io.fayan.people.AbsenceRecorded;
import io.fayan.people.Absences;
import io.fayan.people.domain.AbsencePeriod;
import io.fayan.people.domain.AbsenceRegister;
import io.fayan.people.domain.StaffRegister;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AbsenceDesk implements Absences {

    /** Longer than any leave that is planned day by day; a slip of the year is caught. */
    private static final int LONGEST_DAYS = 366;

    private final AbsenceRegister absences;
    private final StaffRegister staff;
    private final HandOver handOver;
    private final CompanyDay day;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AbsenceDesk(
            AbsenceRegister absences,
            StaffRegister staff,
            HandOver handOver,
            CompanyDay day,
            Clock clock,
            ApplicationEventPublisher events) {
        this.absences = absences;
        this.staff = staff;
        this.handOver = handOver;
        this.day = day;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Outcome record(PersonId person, LocalDate from, LocalDate until, PersonId deputy, PersonId by) {
        var today = day.today();
        var reasons = new ArrayList<Refusal>();
        if (until.isBefore(from)) {
            reasons.add(Refusal.at("until", "absence.refused.endsBeforeBegin"));
        } else if (until.isBefore(today)) {
            reasons.add(Refusal.at("until", "absence.refused.over"));
        } else if (until.isAfter(from.plusDays(LONGEST_DAYS))) {
            reasons.add(Refusal.at("until", "absence.refused.tooLong", LONGEST_DAYS));
        } else if (absences.open(person.value(), today).stream().anyMatch(other -> other.overlaps(from, until))) {
            reasons.add(Refusal.at("from", "absence.refused.overlaps"));
        }
        if (deputy.equals(person)) {
            reasons.add(Refusal.at("deputy", "absence.refused.ownDeputy"));
        } else if (staff.findById(deputy.value())
                .filter(member -> member.activeOn(from.isBefore(today) ? today : from))
                .isEmpty()) {
            reasons.add(Refusal.at("deputy", "absence.refused.deputyNotHere"));
        } else if (absences.open(deputy.value(), today).stream()
                .anyMatch(other -> other.deputy().equals(person) && other.overlaps(from, until))) {
            reasons.add(Refusal.at("deputy", "absence.refused.eachOther"));
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        var absence = absences.save(new AbsencePeriod(person, from, until, deputy, by, clock.instant()));
        events.publishEvent(new AbsenceRecorded(person, from, until, deputy, by, clock.instant()));
        if (absence.begunBy(today)) {
            handOver(absence, by);
        }
        return Outcome.kept();
    }

    @Override
    public Outcome cancel(PersonId person, UUID id, PersonId by) {
        var today = day.today();
        var found = absences.findById(id)
                .filter(absence -> absence.person().equals(person))
                .filter(absence -> absence.openOn(today));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.because("absence.refused.notOpen"));
        }
        var absence = found.get();
        var before = absence.view();
        absence.cancel(today, clock.instant());
        absences.save(absence);
        events.publishEvent(new AbsenceCancelled(person, before.from(), before.until(), by, clock.instant()));
        return Outcome.kept();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Absence> of(PersonId person) {
        return absences.open(person.value(), day.today()).stream()
                .map(AbsencePeriod::view)
                .toList();
    }

    /** For the sweep: an absence that was recorded ahead has begun. */
    void begin(UUID id) {
        absences.findById(id).ifPresent(absence -> handOver(absence, PersonId.SYSTEM));
    }

    private void handOver(AbsencePeriod absence, PersonId by) {
        absence.handedOver(clock.instant());
        absences.save(absence);
        handOver.of(absence.person(), by);
    }
}
