package io.fayan.people.application;

import static java.util.stream.Collectors.toMap;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.people.Unit;
import io.fayan.people.domain.AbsencePeriod;
import io.fayan.people.domain.AbsenceRegister;
import io.fayan.people.domain.Deputies;
import io.fayan.people.domain.OrgUnit;
import io.fayan.people.domain.SearchText;
import io.fayan.people.domain.StaffMember;
import io.fayan.people.domain.StaffRegister;
import io.fayan.people.domain.UnitRegister;
import io.fayan.people.persistence.RegisterSearch;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class Register implements People {

    private final StaffRegister staff;
    private final UnitRegister units;
    private final AbsenceRegister absences;
    private final RegisterSearch search;
    private final CompanyDay day;

    Register(StaffRegister staff, UnitRegister units, AbsenceRegister absences, RegisterSearch search, CompanyDay day) {
        this.staff = staff;
        this.units = units;
        this.absences = absences;
        this.search = search;
        this.day = day;
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return staff.findById(id.value()).map(member -> views(List.of(member)).get(0));
    }

    @Override
    public Map<PersonId, Person> find(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var members =
                staff.findByIdIn(ids.stream().map(PersonId::value).distinct().toList());
        return views(members).stream().collect(toMap(Person::id, person -> person, (a, b) -> a, LinkedHashMap::new));
    }

    @Override
    public List<PersonId> holders(Role role) {
        return inOrderOfName(staff.holders(role, day.today()));
    }

    static List<PersonId> inOrderOfName(List<StaffMember> members) {
        var collator = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        return members.stream()
                .sorted(Comparator.comparing(
                                (StaffMember member) -> member.name().full(), collator)
                        .thenComparing(StaffMember::id))
                .map(StaffMember::id)
                .toList();
    }

    @Override
    public Optional<PersonId> managerOf(PersonId id) {
        return staff.findById(id.value()).map(StaffMember::manager);
    }

    @Override
    public List<Person> active() {
        return views(staff.active(day.today()));
    }

    @Override
    public Optional<PersonId> deputyOf(PersonId id, LocalDate on) {
        return Deputies.follow(
                id,
                person -> absences.covering(person.value(), on).map(AbsencePeriod::deputy),
                person -> absences.covering(person.value(), on).isPresent(),
                person -> staff.findById(person.value())
                        .filter(member -> member.activeOn(on))
                        .isPresent());
    }

    @Override
    public LocalDate today() {
        return day.today();
    }

    @Override
    public Hits search(String words, @Nullable String unit, int first, int max) {
        var all = units();
        var page = search.search(words, unit, first, max, word -> all.stream()
                .filter(one -> SearchText.of(one.code(), one.name().all()).contains(word))
                .map(Unit::code)
                .toList());
        var found = find(page.ids().stream().map(PersonId::new).toList());
        return new Hits(
                page.ids().stream().map(id -> found.get(new PersonId(id))).toList(), page.total());
    }

    @Override
    public List<Unit> units() {
        return units.findAll().stream()
                .map(OrgUnit::view)
                .sorted(Comparator.comparing(Unit::code))
                .toList();
    }

    private List<Person> views(List<StaffMember> members) {
        var today = day.today();
        var language = LocaleContextHolder.getLocale();
        var codes = members.stream().map(StaffMember::unit).distinct().toList();
        Map<String, Unit> known = (codes.size() == 1 ? units.findById(codes.get(0)).stream() : units.findAll().stream())
                .map(OrgUnit::view)
                .collect(toMap(Unit::code, unit -> unit));
        return members.stream()
                .map(member -> {
                    var details = member.details();
                    return new Person(
                            details.id(),
                            details.name().full(),
                            details.unit(),
                            known.get(details.unit()).name().in(language),
                            details.title(),
                            details.staffType(),
                            details.manager(),
                            details.roles(),
                            details.language(),
                            details.mail(),
                            member.activeOn(today),
                            details.activeUntil());
                })
                .toList();
    }
}
