package io.fayan.accounts.application;

import static java.util.stream.Collectors.toMap;

import io.fayan.accounts.AccountChanged;
import io.fayan.accounts.AccountKind;
import io.fayan.accounts.AccountRegistered;
import io.fayan.accounts.AccountsImport;
import io.fayan.accounts.PlatformChanged;
import io.fayan.accounts.SocialPlatform;
import io.fayan.accounts.domain.CataloguedPlatform;
import io.fayan.accounts.domain.Handle;
import io.fayan.accounts.domain.RegisteredAccount;
import io.fayan.accounts.domain.RegisteredAccount.Facts;
import io.fayan.accounts.persistence.AccountRows;
import io.fayan.accounts.persistence.PlatformRows;
import io.fayan.kernel.LocalisedName;
import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.platform.csv.CsvProblem;
import io.fayan.platform.csv.CsvTable;
import io.fayan.platform.csv.CsvTable.Row;
import io.fayan.platform.csv.ImportReport;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CsvAccountsImport implements AccountsImport {

    private static final String PLATFORMS = "platforms";
    private static final String ACCOUNTS = "accounts";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");

    private final PlatformRows platforms;
    private final AccountRows accounts;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CsvAccountsImport(
            PlatformRows platforms,
            AccountRows accounts,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.platforms = platforms;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public ImportReport check(Tables tables) {
        return new Plan(tables).report(false);
    }

    @Override
    @Transactional
    public ImportReport carryOut(Tables tables, PersonId by) {
        var plan = new Plan(tables);
        var report = plan.report(false);
        if (!report.acceptable()) {
            return report;
        }
        var now = clock.instant();
        for (var platform : plan.platforms.values()) {
            var known = plan.platformRows.get(platform.code());
            if (known == null || known.become(platform)) {
                platforms.save(known == null ? new CataloguedPlatform(platform) : known);
                events.publishEvent(new PlatformChanged(platform.code(), known == null, by, now));
            }
        }
        // Accounts refer to platforms by foreign key, and Hibernate does not know of it.
        platforms.flush();
        for (var facts : plan.accounts.values()) {
            var known = plan.accountRows.get(facts.code());
            if (known == null) {
                accounts.save(new RegisteredAccount(facts));
                events.publishEvent(
                        new AccountRegistered(facts.code(), facts.platform(), facts.kind(), facts.owner(), by, now));
            } else if (known.become(facts)) {
                accounts.save(known);
                events.publishEvent(new AccountChanged(facts.code(), facts.owner(), by, now));
            }
        }
        accounts.flush();
        return plan.report(true);
    }

    /** What the tables ask for, against what there is. */
    private final class Plan {

        private final Map<String, CataloguedPlatform> platformRows;
        private final Map<String, RegisteredAccount> accountRows;
        private final Map<String, SocialPlatform> platforms = new LinkedHashMap<>();
        private final Map<String, Facts> accounts = new LinkedHashMap<>();
        private final Set<String> seenPlatforms = new HashSet<>();
        private final Set<String> seenAccounts = new HashSet<>();
        private final Map<String, String> handleOwners = new HashMap<>();
        private final List<CsvProblem> problems = new ArrayList<>();
        private final List<ImportReport.Part> parts = new ArrayList<>();

        Plan(Tables tables) {
            platformRows = CsvAccountsImport.this.platforms.findAllByOrderByCode().stream()
                    .collect(toMap(row -> row.view().code(), row -> row));
            accountRows = CsvAccountsImport.this.accounts.findAll().stream()
                    .collect(toMap(row -> row.view().code(), row -> row));
            accountRows.forEach((code, row) -> handleOwners.put(handleKey(row.facts()), code));
            if (tables.platforms() != null) {
                var table = CsvTable.read(PLATFORMS, tables.platforms(), PLATFORM_COLUMNS);
                table.rows().forEach(this::readPlatform);
                problems.addAll(table.problems());
                count(
                        PLATFORMS,
                        platforms,
                        code -> platformRows.containsKey(code)
                                ? platformRows.get(code).view()
                                : null);
            }
            if (tables.accounts() != null) {
                var table = CsvTable.read(ACCOUNTS, tables.accounts(), ACCOUNT_COLUMNS);
                var known = people.find(table.rows().stream()
                        .flatMap(row -> Stream.of(row.get("owner"), row.get("backup_owner")))
                        .filter(cell -> PERSON.matcher(cell).matches())
                        .distinct()
                        .map(PersonId::new)
                        .toList());
                table.rows().forEach(row -> readAccount(row, known.keySet()));
                problems.addAll(table.problems());
                count(
                        ACCOUNTS,
                        accounts,
                        code -> accountRows.containsKey(code)
                                ? accountRows.get(code).facts()
                                : null);
            }
        }

        private void readPlatform(Row row) {
            var before = row.problems();
            var code = code(row, seenPlatforms);
            var zhCn = row.required("name_zh_cn", 100);
            var zhTw = row.required("name_zh_tw", 100);
            var en = row.required("name_en", 100);
            var limit = limit(row);
            var terms = row.optional("terms_url", 500);
            if (!terms.isEmpty() && !webAddress(terms)) {
                row.refuse("terms_url", "accounts.import.badAddress");
            }
            if (row.problems() == before) {
                platforms.put(
                        code,
                        new SocialPlatform(
                                code, new LocalisedName(zhCn, zhTw, en), limit, terms.isEmpty() ? null : terms));
            }
        }

        private void readAccount(Row row, Set<PersonId> known) {
            var before = row.problems();
            var code = code(row, seenAccounts);
            var platform = row.required("platform", 32);
            if (!platform.isEmpty() && !platformRows.containsKey(platform) && !seenPlatforms.contains(platform)) {
                row.refuse("platform", "accounts.import.unknownPlatform", platform);
            }
            var handle = row.required("handle", 100);
            var name = row.required("name", 100);
            var owner = person(row, "owner", known);
            if (row.get("owner").isEmpty()) {
                row.refuse("owner", "csv.required");
            }
            var backup = person(row, "backup_owner", known);
            if (owner != null && owner.equals(backup)) {
                row.refuse("backup_owner", "accounts.import.sameOwner");
            }
            var kind = Stream.of(AccountKind.values())
                    .filter(one -> one.name().equals(row.get("kind")))
                    .findFirst()
                    .orElse(null);
            if (kind == null) {
                row.refuse("kind", "accounts.import.unknownKind", row.get("kind"));
            }
            if (handle.equals("@")) {
                row.refuse("handle", "csv.required");
            }
            if (row.problems() > before || owner == null || kind == null) {
                return;
            }
            var facts = new Facts(code, platform, new Handle(handle), name, kind, owner, backup);
            var holder = handleOwners.putIfAbsent(handleKey(facts), code);
            if (holder != null && !holder.equals(code)) {
                row.refuse("handle", "accounts.import.handleTaken", holder);
            } else {
                accounts.put(code, facts);
            }
        }

        private static String handleKey(Facts facts) {
            return facts.platform() + ' ' + facts.handle().key();
        }

        private static String code(Row row, Set<String> seen) {
            var code = row.required("code", 32);
            if (!code.isEmpty() && !CODE.matcher(code).matches()) {
                row.refuse("code", "accounts.import.badCode");
            } else if (!code.isEmpty() && !seen.add(code)) {
                row.refuse("code", "accounts.import.twice");
            }
            return code;
        }

        private static @Nullable Integer limit(Row row) {
            var cell = row.get("text_limit");
            if (cell.isEmpty()) {
                return null;
            }
            try {
                var limit = Integer.parseInt(cell);
                if (limit > 0) {
                    return limit;
                }
            } catch (NumberFormatException e) {
                // Said below, the same for every cell that is no count of characters.
            }
            row.refuse("text_limit", "accounts.import.badLimit");
            return null;
        }

        private static @Nullable PersonId person(Row row, String column, Set<PersonId> known) {
            var cell = row.get(column);
            if (cell.isEmpty()) {
                return null;
            }
            if (PERSON.matcher(cell).matches() && known.contains(new PersonId(cell))) {
                return new PersonId(cell);
            }
            row.refuse(column, "accounts.import.unknownPerson", cell);
            return null;
        }

        private static boolean webAddress(String text) {
            try {
                var address = URI.create(text);
                return "https".equals(address.getScheme()) && address.getHost() != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private <T> void count(String table, Map<String, T> asked, Function<String, @Nullable T> known) {
            var created = 0;
            var changed = 0;
            for (var entry : asked.entrySet()) {
                var there = known.apply(entry.getKey());
                if (there == null) {
                    created++;
                } else if (!there.equals(entry.getValue())) {
                    changed++;
                }
            }
            parts.add(new ImportReport.Part(table, created, changed, asked.size() - created - changed, 0));
        }

        ImportReport report(boolean written) {
            return new ImportReport(parts, problems, written);
        }
    }
}
