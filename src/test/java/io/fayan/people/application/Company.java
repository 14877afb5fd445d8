package io.fayan.people.application;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.LocalisedName;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.Unit;
import io.fayan.people.domain.AbsencePeriod;
import io.fayan.people.domain.AbsenceRegister;
import io.fayan.people.domain.OrgUnit;
import io.fayan.people.domain.StaffMember;
import io.fayan.people.domain.StaffRegister;
import io.fayan.people.domain.UnitRegister;
import io.fayan.people.persistence.RegisterSearch;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.WorkItem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The module's use cases over a company in memory, on a Friday in Shanghai. */
final class Company implements EngineUsers {

    static final PersonId BY = new PersonId("HR1");
    static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    final Map<String, Set<Role>> engineUsers = new TreeMap<>();
    final List<DomainEvent> events = new ArrayList<>();
    final WorkList workList = mock();
    final Staff staff = new Staff();
    final Units units = new Units();
    final AbsencesKept absences = new AbsencesKept();

    final Register register;
    final PersonnelOffice office;
    final AbsenceDesk desk;
    final CsvPeopleImport imports;
    final HandOver handOver;
    final CompanyDay day;
    final Clock clock = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneId.of("UTC"));

    Company() {
        WorkingDays calendar = mock();
        when(calendar.zone()).thenReturn(ZoneId.of("Asia/Shanghai"));
        ApplicationEventPublisher publisher = event -> events.add((DomainEvent) event);
        day = new CompanyDay(clock, calendar);
        register = new Register(staff, units, absences, mock(RegisterSearch.class), day);
        handOver = new HandOver(workList, register, publisher, clock);
        office = new PersonnelOffice(staff, units, this, handOver, day, clock, publisher);
        desk = new AbsenceDesk(absences, staff, handOver, day, clock, publisher);
        imports = new CsvPeopleImport(staff, units, office, day, clock, publisher);
        units.save(new OrgUnit(new Unit("XY", new LocalisedName("汐砚", "汐硯", "Xiyan"), null, null)));
    }

    <T extends DomainEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static WorkItem step(String task, @Nullable String assignee, Role... groups) {
        return new WorkItem(
                task,
                "e-" + task,
                "authorise-speaking",
                "userTask_reviewRequest",
                new BusinessNumber("SR-2026-000001"),
                null,
                "subject",
                assignee == null ? null : new PersonId(assignee),
                Set.of(groups),
                Instant.parse("2026-11-19T02:00:00Z"),
                null);
    }

    @Override
    public void enrol(PersonId person, String name, Set<Role> roles) {
        engineUsers.put(person.value(), roles);
    }

    @Override
    public void remove(PersonId person) {
        engineUsers.remove(person.value());
    }

    static final class Staff implements StaffRegister {
        private final Map<String, StaffMember> rows = new LinkedHashMap<>();

        @Override
        public Optional<StaffMember> findById(String id) {
            return Optional.ofNullable(rows.get(id));
        }

        @Override
        public List<StaffMember> findByIdIn(Collection<String> ids) {
            return rows.values().stream()
                    .filter(row -> ids.contains(row.id().value()))
                    .toList();
        }

        @Override
        public Optional<StaffMember> findByLogin(String login) {
            return rows.values().stream()
                    .filter(row -> row.details().login().value().equals(login))
                    .findFirst();
        }

        @Override
        public List<StaffMember> findAll() {
            return List.copyOf(rows.values());
        }

        @Override
        public List<StaffMember> holders(Role role, LocalDate day) {
            return active(day).stream()
                    .filter(row -> row.roles().contains(role))
                    .toList();
        }

        @Override
        public List<StaffMember> active(LocalDate day) {
            return rows.values().stream().filter(row -> row.activeOn(day)).toList();
        }

        @Override
        public List<String> outOfStep(LocalDate day) {
            return rows.values().stream()
                    .filter(row -> row.enrolled() != row.activeOn(day))
                    .map(row -> row.id().value())
                    .toList();
        }

        @Override
        public StaffMember save(StaffMember member) {
            rows.put(member.id().value(), member);
            return member;
        }

        @Override
        public void flush() {}
    }

    static final class Units implements UnitRegister {
        private final Map<String, OrgUnit> rows = new LinkedHashMap<>();

        @Override
        public Optional<OrgUnit> findById(String code) {
            return Optional.ofNullable(rows.get(code));
        }

        @Override
        public List<OrgUnit> findAll() {
            return List.copyOf(rows.values());
        }

        @Override
        public OrgUnit save(OrgUnit unit) {
            rows.put(unit.view().code(), unit);
            return unit;
        }

        @Override
        public void flush() {}
    }

    static final class AbsencesKept implements AbsenceRegister {
        private final Map<UUID, AbsencePeriod> rows = new LinkedHashMap<>();

        @Override
        public Optional<AbsencePeriod> findById(UUID id) {
            return Optional.ofNullable(rows.get(id));
        }

        @Override
        public List<AbsencePeriod> open(String person, LocalDate day) {
            return rows.values().stream()
                    .filter(row -> row.person().value().equals(person) && row.openOn(day))
                    .sorted(Comparator.comparing(row -> row.view().from()))
                    .toList();
        }

        @Override
        public Optional<AbsencePeriod> covering(String person, LocalDate day) {
            return rows.values().stream()
                    .filter(row -> row.person().value().equals(person) && row.overlaps(day, day))
                    .findFirst();
        }

        @Override
        public List<UUID> dueForHandOver(LocalDate day) {
            return rows.values().stream()
                    .filter(row -> row.overlaps(day, day))
                    .map(AbsencePeriod::id)
                    .toList();
        }

        @Override
        public AbsencePeriod save(AbsencePeriod absence) {
            rows.put(absence.id(), absence);
            return absence;
        }
    }
}
