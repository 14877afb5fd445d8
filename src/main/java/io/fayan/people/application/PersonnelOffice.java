package io.fayan.people.application;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.DepartureRecorded;
import io.fayan.people.PersonChanged;
import io.fayan.people.PersonDetails;
import io.fayan.people.PersonJoined;
import io.fayan.people.PersonLeft;
import io.fayan.people.PersonRegistered;
import io.fayan.people.Personnel;
import io.fayan.people.RolesChanged;
import io.fayan.people.domain.StaffMember;
import io.fayan.people.domain.StaffRegister;
import io.fayan.people.domain.UnitRegister;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PersonnelOffice implements Personnel {

    private final StaffRegister staff;
    private final UnitRegister units;
    private final EngineUsers engine;
    private final HandOver handOver;
    private final CompanyDay day;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PersonnelOffice(
            StaffRegister staff,
            UnitRegister units,
            EngineUsers engine,
            HandOver handOver,
            CompanyDay day,
            Clock clock,
            ApplicationEventPublisher events) {
        this.staff = staff;
        this.units = units;
        this.engine = engine;
        this.handOver = handOver;
        this.day = day;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Outcome join(PersonDetails details, PersonId by) {
        var reasons = new ArrayList<Refusal>();
        if (staff.findById(details.id().value()).isPresent()) {
            reasons.add(Refusal.at("id", "people.refused.idTaken"));
        }
        if (staff.findByLogin(details.login().value()).isPresent()) {
            reasons.add(Refusal.at("login", "people.refused.loginTaken"));
        }
        if (units.findById(details.unit()).isEmpty()) {
            reasons.add(Refusal.at("unit", "people.refused.unknownUnit"));
        }
        if (details.manager() != null
                && staff.findById(details.manager().value()).isEmpty()) {
            reasons.add(Refusal.at("manager", "people.refused.unknownManager"));
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        enter(details, by);
        return Outcome.kept();
    }

    @Override
    public Outcome changeRoles(PersonId person, Set<Role> roles, PersonId by) {
        var member = member(person);
        if (!roles.contains(Role.ADMINISTRATOR) && onlyAdministrator(member)) {
            return Outcome.refused(Refusal.at("roles", "people.refused.lastAdministrator"));
        }
        update(member, with(member.details(), roles, member.lastDay()), by);
        return Outcome.kept();
    }

    @Override
    public Outcome leave(PersonId person, LocalDate lastDay, PersonId by) {
        var member = member(person);
        if (lastDay.isBefore(member.details().activeFrom())) {
            return Outcome.refused(Refusal.at("lastDay", "people.refused.lastDayBeforeFirst"));
        }
        if (onlyAdministrator(member)) {
            return Outcome.refused(Refusal.at("lastDay", "people.refused.lastAdministrator"));
        }
        update(member, with(member.details(), member.roles(), lastDay), by);
        return Outcome.kept();
    }

    /** Enters somebody whose details were checked. */
    void enter(PersonDetails details, PersonId by) {
        var member = staff.save(new StaffMember(details));
        events.publishEvent(
                new PersonRegistered(member.id(), details.staffType(), details.unit(), by, clock.instant()));
        bringIntoStep(member, by);
    }

    /** Takes over details that were checked. @return whether anything is different now */
    boolean update(StaffMember member, PersonDetails details, PersonId by) {
        var before = member.details();
        var different = member.become(details);
        if (different.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        if (different.remove("roles")) {
            events.publishEvent(new RolesChanged(member.id(), before.roles(), details.roles(), by, now));
        }
        if (different.contains("activeUntil") && details.activeUntil() != null) {
            different.remove("activeUntil");
            events.publishEvent(new DepartureRecorded(member.id(), details.activeUntil(), by, now));
        }
        if (!different.isEmpty()) {
            events.publishEvent(new PersonChanged(member.id(), different, by, now));
        }
        staff.save(member);
        bringIntoStep(member, by);
        return true;
    }

    /** Lets the engine know a person exactly while they are with the company, and passes a leaver's steps on. */
    void bringIntoStep(StaffMember member, PersonId by) {
        var active = member.activeOn(day.today());
        if (active) {
            engine.enrol(member.id(), member.name().full(), member.roles());
            if (!member.enrolled()) {
                member.enrol();
                var details = member.details();
                events.publishEvent(
                        new PersonJoined(member.id(), details.activeFrom(), details.staffType(), by, clock.instant()));
            }
        } else if (member.enrolled()) {
            member.withdraw();
            handOver.of(member.id(), by);
            engine.remove(member.id());
            var lastDay = member.lastDay();
            if (lastDay != null) {
                events.publishEvent(new PersonLeft(member.id(), lastDay, by, clock.instant()));
            }
        }
    }

    /** For the sweep: the day has changed, and with it who is with the company. */
    void bringIntoStep(PersonId person) {
        bringIntoStep(member(person), PersonId.SYSTEM);
    }

    /** Whether nobody else could administer the product from today on. */
    private boolean onlyAdministrator(StaffMember member) {
        var today = day.today();
        return member.activeOn(today)
                && member.roles().contains(Role.ADMINISTRATOR)
                && staff.holders(Role.ADMINISTRATOR, today).stream()
                        .allMatch(holder -> holder.id().equals(member.id()));
    }

    private StaffMember member(PersonId person) {
        return staff.findById(person.value())
                .orElseThrow(() -> new IllegalArgumentException("Nobody has the number " + person));
    }

    private static PersonDetails with(PersonDetails old, Set<Role> roles, @Nullable LocalDate lastDay) {
        return new PersonDetails(
                old.id(),
                old.login(),
                old.name(),
                old.mail(),
                old.staffType(),
                old.unit(),
                old.manager(),
                old.title(),
                roles,
                old.language(),
                old.activeFrom(),
                lastDay);
    }
}
