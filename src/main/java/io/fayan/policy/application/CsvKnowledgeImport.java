package io.fayan.policy.application;

import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.platform.csv.CsvProblem;
import io.fayan.platform.csv.CsvTable;
import io.fayan.platform.csv.CsvTable.Row;
import io.fayan.platform.csv.ImportReport;
import io.fayan.policy.Knowledge;
import io.fayan.policy.KnowledgeImport;
import io.fayan.policy.MadeKnown;
import io.fayan.policy.domain.VersionText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CsvKnowledgeImport implements KnowledgeImport {

    private static final String TABLE = "signatures";
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");

    private final ClauseRegister register;
    private final KnowledgeRegister knowledge;
    private final People people;

    CsvKnowledgeImport(ClauseRegister register, KnowledgeRegister knowledge, People people) {
        this.register = register;
        this.knowledge = knowledge;
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public ImportReport check(byte[] csv) {
        return new Plan(csv).report(false);
    }

    @Override
    @Transactional
    public ImportReport carryOut(byte[] csv, PersonId by) {
        var plan = new Plan(csv);
        if (!plan.problems.isEmpty()) {
            return plan.report(false);
        }
        plan.added.forEach(line -> knowledge.enter(line, by));
        return plan.report(true);
    }

    /** What the table asks for, against what is recorded. */
    private final class Plan {

        private final List<Knowledge> added = new ArrayList<>();
        private final Map<Way, Integer> lines = new HashMap<>();
        private final List<CsvProblem> problems;
        private final LocalDate today = people.today();
        private int unchanged;

        Plan(byte[] csv) {
            var table = CsvTable.read(TABLE, csv, COLUMNS);
            var named = table.rows().stream()
                    .map(row -> row.get("person"))
                    .filter(cell -> PERSON.matcher(cell).matches())
                    .map(PersonId::new)
                    .collect(Collectors.toSet());
            var persons = people.find(named).keySet();
            var recorded = knowledge.of(named).stream().collect(Collectors.groupingBy(Knowledge::person));
            table.rows().forEach(row -> read(row, persons, recorded));
            problems = table.problems();
        }

        private void read(Row row, Set<PersonId> persons, Map<PersonId, List<Knowledge>> recorded) {
            var person = person(row, persons);
            var version = version(row);
            var on = day(row);
            var how = how(row);
            if (person.isEmpty() || version.isEmpty() || on.isEmpty() || how.isEmpty()) {
                return;
            }
            var text = version.get();
            var before = lines.putIfAbsent(new Way(person.get(), text.tag(), how.get()), row.line());
            if (before != null) {
                row.refuse("person", "policy.known.import.twice", before);
                return;
            }
            var line = new Knowledge(person.get(), text.tag(), text.hash(), on.get(), how.get());
            if (recorded.getOrDefault(line.person(), List.of()).stream()
                    .anyMatch(known -> KnowledgeRegister.sameWay(known, line))) {
                unchanged++;
            } else {
                added.add(line);
            }
        }

        private Optional<PersonId> person(Row row, Set<PersonId> persons) {
            var cell = row.required("person", 32);
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            if (PERSON.matcher(cell).matches() && persons.contains(new PersonId(cell))) {
                return Optional.of(new PersonId(cell));
            }
            row.refuse("person", "policy.known.unknownPerson", cell);
            return Optional.empty();
        }

        private Optional<VersionText> version(Row row) {
            var cell = row.required("version", 16);
            var version = register.version(cell);
            if (!cell.isEmpty() && version.isEmpty()) {
                row.refuse("version", "policy.known.unknownVersion", cell);
            }
            return version;
        }

        private Optional<LocalDate> day(Row row) {
            var cell = row.required("made_known_on", 10);
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            try {
                var day = LocalDate.parse(cell);
                if (!day.isAfter(today)) {
                    return Optional.of(day);
                }
                row.refuse("made_known_on", "policy.known.future");
            } catch (DateTimeParseException e) {
                row.refuse("made_known_on", "policy.known.import.noDay");
            }
            return Optional.empty();
        }

        private Optional<MadeKnown> how(Row row) {
            var cell = row.required("how", 20);
            var how = Stream.of(MadeKnown.values())
                    .filter(way -> way.name().equals(cell))
                    .findFirst();
            if (!cell.isEmpty() && how.isEmpty()) {
                row.refuse("how", "policy.known.import.unknownWay", cell);
            }
            return how;
        }

        ImportReport report(boolean written) {
            return new ImportReport(
                    List.of(new ImportReport.Part(TABLE, added.size(), 0, unchanged, 0)), problems, written);
        }
    }

    private record Way(PersonId person, String version, MadeKnown how) {}
}
