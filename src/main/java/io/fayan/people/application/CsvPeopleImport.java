package io.fayan.people.application;

import io.fayan.kernel.LocalisedName;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.LoginName;
import io.fayan.people.PeopleImport;
import io.fayan.people.PersonDetails;
import io.fayan.people.PersonName;
import io.fayan.people.StaffType;
import io.fayan.people.Unit;
import io.fayan.people.UnitChanged;
import io.fayan.people.domain.OrgUnit;
import io.fayan.people.domain.ReportingLines;
import io.fayan.people.domain.StaffMember;
import io.fayan.people.domain.StaffRegister;
import io.fayan.people.domain.UnitRegister;
import io.fayan.platform.csv.CsvProblem;
import io.fayan.platform.csv.CsvTable;
import io.fayan.platform.csv.CsvTable.Row;
import io.fayan.platform.csv.ImportReport;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CsvPeopleImport implements PeopleImport {

    private static final String UNITS = "units";
    private static final String PERSONS = "persons";
    private static final Pattern UNIT_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");

    private final StaffRegister staff;
    private final UnitRegister units;
    private final PersonnelOffice office;
    private final CompanyDay day;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CsvPeopleImport(
            StaffRegister staff,
            UnitRegister units,
            PersonnelOffice office,
            CompanyDay day,
            Clock clock,
            ApplicationEventPublisher events) {
        this.staff = staff;
        this.units = units;
        this.office = office;
        this.day = day;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public ImportReport check(Tables tables) {
        return plan(tables).report(false);
    }

    @Override
    @Transactional
    public ImportReport carryOut(Tables tables, PersonId by) {
        var plan = plan(tables);
        if (!plan.problems.isEmpty()) {
            return plan.report(false);
        }
        for (var unit : plan.newUnits.values()) {
            var known = plan.unitRows.get(unit.code());
            if (known == null || known.become(unit)) {
                units.save(known == null ? new OrgUnit(unit) : known);
                events.publishEvent(new UnitChanged(unit.code(), known == null, by, clock.instant()));
            }
        }
        // Persons refer to units by foreign key, and Hibernate does not know of it.
        units.flush();
        for (var line : plan.persons.values()) {
            var known = plan.staffRows.get(line.details.id());
            if (known == null) {
                office.enter(line.details, by);
            } else {
                office.update(known, line.details, by);
            }
        }
        staff.flush();
        return plan.report(true);
    }

    private Plan plan(Tables tables) {
        var plan = new Plan();
        units.findAll().forEach(row -> plan.unitRows.put(row.view().code(), row));
        staff.findAll().forEach(row -> {
            plan.staffRows.put(row.id(), row);
            plan.loginOwners.put(row.details().login(), row.id());
        });
        var unitTable = tables.units() == null ? null : CsvTable.read(UNITS, tables.units(), UNIT_COLUMNS);
        var personTable = tables.persons() == null ? null : CsvTable.read(PERSONS, tables.persons(), PERSON_COLUMNS);
        if (unitTable != null) {
            unitTable.rows().forEach(row -> plan.readUnit(row));
        }
        if (personTable != null) {
            personTable.rows().forEach(row -> plan.readPerson(row));
        }
        plan.checkTogether(personTable == null ? Set.of() : named(personTable), day.today());
        Stream.of(unitTable, personTable)
                .filter(table -> table != null)
                .forEach(table -> plan.problems.addAll(table.problems()));
        plan.count(day.today());
        return plan;
    }

    /** Also those of lines with mistakes, so that one mistake is not reported again at everybody who refers to it. */
    private static Set<String> named(CsvTable table) {
        var ids = new HashSet<String>();
        table.rows().forEach(row -> ids.add(row.get("id")));
        return ids;
    }

    private record Line(Row row, PersonDetails details) {}

    /** What the tables ask for, against what there is. */
    private static final class Plan {

        private final Map<String, OrgUnit> unitRows = new HashMap<>();
        private final Map<PersonId, StaffMember> staffRows = new HashMap<>();
        private final Map<LoginName, PersonId> loginOwners = new HashMap<>();

        private final Map<String, Unit> newUnits = new LinkedHashMap<>();
        private final Map<String, Row> unitLines = new HashMap<>();
        private final Map<PersonId, Line> persons = new LinkedHashMap<>();
        private final Set<String> seenPersons = new HashSet<>();
        private final Map<LoginName, Row> seenLogins = new HashMap<>();
        private final List<CsvProblem> problems = new ArrayList<>();
        private final List<ImportReport.Part> parts = new ArrayList<>();

        void readUnit(Row row) {
            var code = row.required("code", 32);
            var zhCn = row.required("name_zh_cn", 100);
            var zhTw = row.required("name_zh_tw", 100);
            var en = row.required("name_en", 100);
            if (!code.isEmpty() && !UNIT_CODE.matcher(code).matches()) {
                row.refuse("code", "people.import.badCode");
                return;
            }
            if (unitLines.putIfAbsent(code, row) != null) {
                row.refuse("code", "people.import.twice");
                return;
            }
            var lead = row.get("lead").isEmpty() ? null : personId(row, "lead");
            if (!Stream.of(code, zhCn, zhTw, en).allMatch(cell -> !cell.isEmpty())) {
                return;
            }
            newUnits.put(code, new Unit(code, new LocalisedName(zhCn, zhTw, en), emptyToNull(row.get("parent")), lead));
        }

        void readPerson(Row row) {
            var problemsBefore = row.problems();
            var id = personId(row, "id");
            if (id != null && PersonDetails.RESERVED.contains(id)) {
                row.refuse("id", "people.import.reserved");
            }
            if (id != null && !seenPersons.add(id.value())) {
                row.refuse("id", "people.import.twice");
            }
            var login = LoginName.parse(row.required("login", 64)).orElse(null);
            if (login == null && !row.get("login").isEmpty()) {
                row.refuse("login", "people.import.badLogin");
            } else if (login != null && seenLogins.putIfAbsent(login, row) != null) {
                row.refuse("login", "people.import.twice");
            }
            var family = row.required("family_name", 100);
            var given = row.optional("given_name", 100);
            var mail = row.required("mail", 254);
            if (!mail.isEmpty() && !MAIL.matcher(mail).matches()) {
                row.refuse("mail", "people.import.badMail");
            }
            var staffType = code(row, "staff_type", StaffType::valueOf, "people.import.unknownStaffType");
            var unit = row.required("unit", 32);
            if (!unit.isEmpty() && !unitRows.containsKey(unit) && !unitLines.containsKey(unit)) {
                row.refuse("unit", "people.import.unknownUnit", unit);
            }
            var manager = row.get("manager").isEmpty() ? null : personId(row, "manager");
            if (manager != null && manager.equals(id)) {
                row.refuse("manager", "people.import.ownManager");
            }
            var title = row.optional("title", 100);
            var roles = roles(row);
            var language = language(row);
            var from = day(row, "active_from");
            if (row.get("active_from").isEmpty()) {
                row.refuse("active_from", "csv.required");
            }
            var until = day(row, "active_until");
            if (from != null && until != null && until.isBefore(from)) {
                row.refuse("active_until", "people.refused.lastDayBeforeFirst");
            }
            if (row.problems() > problemsBefore
                    || id == null
                    || login == null
                    || staffType == null
                    || language == null
                    || from == null) {
                return;
            }
            var details = new PersonDetails(
                    id,
                    login,
                    new PersonName(family, given),
                    mail,
                    staffType,
                    unit,
                    manager,
                    title,
                    roles,
                    language,
                    from,
                    until);
            persons.put(id, new Line(row, details));
        }

        /** What no line can show by itself. */
        void checkTogether(Set<String> named, LocalDate today) {
            for (var line : persons.values()) {
                var manager = line.details.manager();
                if (manager != null && !staffRows.containsKey(manager) && !named.contains(manager.value())) {
                    line.row.refuse("manager", "people.import.unknownManager", manager.value());
                }
                var owner = loginOwners.get(line.details.login());
                if (owner != null && !owner.equals(line.details.id())) {
                    line.row.refuse("login", "people.import.loginTaken", owner.value());
                }
            }
            var above = new HashMap<PersonId, PersonId>();
            staffRows.forEach((id, row) -> Optional.ofNullable(row.manager()).ifPresent(to -> above.put(id, to)));
            persons.forEach((id, line) -> {
                above.remove(id);
                Optional.ofNullable(line.details.manager()).ifPresent(to -> above.put(id, to));
            });
            for (var member : ReportingLines.cycles(above)) {
                Optional.ofNullable(persons.get(member))
                        .ifPresent(line -> line.row.refuse("manager", "people.import.cycle"));
            }
            keepAnAdministrator(today);
            var parents = new HashMap<String, String>();
            unitRows.forEach(
                    (code, row) -> Optional.ofNullable(row.view().parent()).ifPresent(to -> parents.put(code, to)));
            newUnits.forEach((code, unit) -> {
                parents.remove(code);
                Optional.ofNullable(unit.parent()).ifPresent(to -> parents.put(code, to));
            });
            var inCycle = ReportingLines.cycles(parents);
            newUnits.forEach((code, unit) -> {
                var row = unitLines.get(code);
                if (inCycle.contains(code)) {
                    row.refuse("parent", "people.import.cycle");
                } else if (unit.parent() != null
                        && !unitRows.containsKey(unit.parent())
                        && !unitLines.containsKey(unit.parent())) {
                    row.refuse("parent", "people.import.unknownUnit", unit.parent());
                }
                if (unit.lead() != null
                        && !staffRows.containsKey(unit.lead())
                        && !named.contains(unit.lead().value())) {
                    row.refuse(
                            "lead", "people.import.unknownPerson", unit.lead().value());
                }
            });
        }

        /** Somebody must be left who can undo what an import did. */
        private void keepAnAdministrator(LocalDate today) {
            var administrators = staffRows.values().stream()
                    .filter(member -> administers(member.details(), today))
                    .map(StaffMember::id)
                    .toList();
            var remain = administrators.stream()
                    .anyMatch(id -> !persons.containsKey(id) || administers(persons.get(id).details, today));
            var join = persons.values().stream().anyMatch(line -> administers(line.details, today));
            if (!remain && !join) {
                administrators.forEach(id -> persons.get(id).row.refuse("roles", "people.refused.lastAdministrator"));
            }
        }

        private static boolean administers(PersonDetails details, LocalDate today) {
            return details.roles().contains(Role.ADMINISTRATOR)
                    && !details.activeFrom().isAfter(today)
                    && (details.activeUntil() == null || !details.activeUntil().isBefore(today));
        }

        void count(LocalDate today) {
            if (!newUnits.isEmpty()) {
                var created = 0;
                var changed = 0;
                for (var unit : newUnits.values()) {
                    var known = unitRows.get(unit.code());
                    if (known == null) {
                        created++;
                    } else if (!known.view().equals(unit)) {
                        changed++;
                    }
                }
                parts.add(new ImportReport.Part(UNITS, created, changed, newUnits.size() - created - changed, 0));
            }
            if (!persons.isEmpty()) {
                var created = 0;
                var changed = 0;
                var left = 0;
                for (var line : persons.values()) {
                    var known = staffRows.get(line.details.id());
                    var until = line.details.activeUntil();
                    if (known == null) {
                        created++;
                    } else if (!known.details().equals(line.details)) {
                        changed++;
                        if (known.activeOn(today) && until != null && until.isBefore(today)) {
                            left++;
                        }
                    }
                }
                parts.add(new ImportReport.Part(PERSONS, created, changed, persons.size() - created - changed, left));
            }
        }

        ImportReport report(boolean written) {
            return new ImportReport(parts, problems, written);
        }

        private static @Nullable PersonId personId(Row row, String column) {
            var cell = row.required(column, 32);
            if (cell.isEmpty()) {
                return null;
            }
            try {
                return new PersonId(cell);
            } catch (IllegalArgumentException e) {
                row.refuse(column, "people.import.badId");
                return null;
            }
        }

        private static <T> @Nullable T code(Row row, String column, Function<String, T> values, String message) {
            var cell = row.required(column, 32);
            if (cell.isEmpty()) {
                return null;
            }
            try {
                return values.apply(cell);
            } catch (IllegalArgumentException e) {
                row.refuse(column, message, cell);
                return null;
            }
        }

        private static Set<Role> roles(Row row) {
            var roles = EnumSet.noneOf(Role.class);
            for (var part : row.get("roles").split(";")) {
                var cell = part.strip();
                if (!cell.isEmpty()) {
                    try {
                        roles.add(Role.valueOf(cell));
                    } catch (IllegalArgumentException e) {
                        row.refuse("roles", "people.import.unknownRole", cell);
                    }
                }
            }
            return roles;
        }

        private static @Nullable Locale language(Row row) {
            var cell = row.required("language", 32);
            var known = PersonDetails.LANGUAGES.stream()
                    .filter(language -> language.toLanguageTag().equals(cell))
                    .findFirst();
            if (known.isEmpty() && !cell.isEmpty()) {
                row.refuse("language", "people.import.unknownLanguage", cell);
            }
            return known.orElse(null);
        }

        private static @Nullable LocalDate day(Row row, String column) {
            var cell = row.get(column);
            if (cell.isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(cell);
            } catch (DateTimeParseException e) {
                row.refuse(column, "people.import.badDay");
                return null;
            }
        }

        private static @Nullable String emptyToNull(String cell) {
            return cell.isEmpty() ? null : cell;
        }
    }
}
