package io.fayan.speaking.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fayan.accounts.Accounts;
import io.fayan.kernel.PersonId;
import io.fayan.people.People;
import io.fayan.platform.files.Files;
import io.fayan.platform.files.Files.StoredFile;
import io.fayan.platform.web.Texts;
import io.fayan.policy.Clause;
import io.fayan.policy.Policy;
import io.fayan.speaking.domain.Ground;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Codes, persons, accounts, clauses and files in the reader's words. */
@Component
public class Labels {

    private final Texts texts;
    private final People people;
    private final Accounts accounts;
    private final Policy policy;
    private final Files files;

    Labels(Texts texts, People people, Accounts accounts, Policy policy, Files files) {
        this.texts = texts;
        this.people = people;
        this.accounts = accounts;
        this.policy = policy;
        this.files = files;
    }

    public record Code(String code, String label) {}

    public record CodeWithHelp(String code, String label, String help) {}

    public record PersonLine(String id, String name, String unit) {}

    public record AccountLine(String code, String platformName, String handle, String name) {}

    /** @param text the matched row in words */
    public record ReasonLine(String text, String clause, String clauseTitle) {}

    /** @param size in bytes */
    public record FileLine(
            String id, String name, String type, long size, @JsonProperty("short") String shortHash, String href) {}

    public Code code(String kind, Enum<?> value) {
        return new Code(value.name(), texts.say(kind + "." + value.name()));
    }

    public <E extends Enum<E>> List<Code> codes(String kind, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> code(kind, value))
                .toList();
    }

    public CodeWithHelp codeWithHelp(String kind, Enum<?> value) {
        var key = kind + "." + value.name();
        return new CodeWithHelp(value.name(), texts.say(key), texts.say(key + ".help"));
    }

    /** The product itself acts where no person does. */
    public PersonLine person(PersonId id) {
        if (PersonId.SYSTEM.equals(id)) {
            return new PersonLine(id.value(), texts.say("speaking.system"), "");
        }
        return people.find(id)
                .map(person -> new PersonLine(id.value(), person.name(), person.unitName()))
                .orElseGet(() -> new PersonLine(id.value(), id.value(), ""));
    }

    public @Nullable AccountLine account(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return accounts.find(code)
                .map(account ->
                        new AccountLine(code, platformName(account.platform()), account.handle(), account.name()))
                .orElseGet(() -> new AccountLine(code, "", code, code));
    }

    /** Where something is said, on one line: the account, or the occasion. */
    public String place(@Nullable String account, @Nullable String occasion) {
        var line = account(account);
        if (line == null) {
            return occasion == null ? "" : occasion;
        }
        return line.platformName().isEmpty() ? line.handle() : line.platformName() + " " + line.handle();
    }

    public String platformName(String platform) {
        return accounts.platform(platform).map(one -> one.name().in(language())).orElse(platform);
    }

    public ReasonLine reason(String policyVersion, Ground ground) {
        return new ReasonLine(
                texts.say("reason." + ground.table() + "." + ground.rule()),
                ground.clause(),
                policy.clause(policyVersion, ground.clause(), language())
                        .map(Clause::title)
                        .orElse(""));
    }

    public List<FileLine> files(Collection<UUID> ids) {
        return files.of(ids).stream().map(Labels::line).toList();
    }

    private static FileLine line(StoredFile file) {
        return new FileLine(
                file.id().toString(),
                file.name(),
                file.type(),
                file.size(),
                file.sha256().abbreviated(),
                "/files/" + file.id());
    }

    public Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
