package io.fayan.accounts.domain;

import io.fayan.accounts.Account;
import io.fayan.accounts.AccountKind;
import io.fayan.accounts.AccountStatus;
import io.fayan.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account in the register, with guarded privileges: ACTIVE ⇄ FROZEN, and CANCELLED for good (clause 5.2.2). */
@Entity
@Table(name = "social_account")
public class RegisteredAccount {

    @Id
    private String code;

    private String platform;
    private String handle;

    @Column(name = "handle_key")
    private String handleKey;

    private String name;

    @Enumerated(EnumType.STRING)
    private AccountKind kind;

    private String owner;

    @Column(name = "backup_owner")
    private @Nullable String backupOwner;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    @Column(name = "search_text")
    private String searchText;

    @Version
    private @Nullable Long version;

    protected RegisteredAccount() {}

    public RegisteredAccount(Facts facts) {
        code = facts.code();
        status = AccountStatus.ACTIVE;
        take(facts);
    }

    /** Takes over new facts under the same code; the privileges stay. @return whether anything is different now */
    public boolean become(Facts facts) {
        if (!facts.code().equals(code)) {
            throw new IllegalArgumentException("An account keeps its code");
        }
        var different = !facts.equals(facts());
        take(facts);
        return different;
    }

    private void take(Facts facts) {
        platform = facts.platform();
        handle = facts.handle().shown();
        handleKey = facts.handle().key();
        name = facts.name();
        kind = facts.kind();
        owner = facts.owner().value();
        backupOwner = facts.backupOwner() == null ? null : facts.backupOwner().value();
        searchText = fold(code + ' ' + handle + ' ' + name);
    }

    /** How text is folded before it is searched for. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** @return the message key of why not; empty when it is done */
    public Optional<String> freeze() {
        return move(AccountStatus.ACTIVE, AccountStatus.FROZEN);
    }

    /** @return the message key of why not; empty when it is done */
    public Optional<String> restore() {
        return move(AccountStatus.FROZEN, AccountStatus.ACTIVE);
    }

    /** @return the message key of why not; empty when it is done */
    public Optional<String> cancel() {
        if (status == AccountStatus.CANCELLED) {
            return Optional.of("accounts.refused.cancelled");
        }
        status = AccountStatus.CANCELLED;
        return Optional.empty();
    }

    private Optional<String> move(AccountStatus from, AccountStatus to) {
        if (status != from) {
            return Optional.of(
                    switch (status) {
                        case ACTIVE -> "accounts.refused.active";
                        case FROZEN -> "accounts.refused.frozen";
                        case CANCELLED -> "accounts.refused.cancelled";
                    });
        }
        status = to;
        return Optional.empty();
    }

    public AccountStatus status() {
        return status;
    }

    public Facts facts() {
        return new Facts(
                code,
                platform,
                new Handle(handle),
                name,
                kind,
                new PersonId(owner),
                backupOwner == null ? null : new PersonId(backupOwner));
    }

    public Account view() {
        var facts = facts();
        return new Account(code, platform, handle, name, kind, facts.owner(), facts.backupOwner(), status);
    }

    /** What the register says of an account besides its privileges. */
    public record Facts(
            String code,
            String platform,
            Handle handle,
            String name,
            AccountKind kind,
            PersonId owner,
            @Nullable PersonId backupOwner) {

        public Facts {
            if (owner.equals(backupOwner)) {
                throw new IllegalArgumentException("The back-up owner is somebody else");
            }
        }
    }
}
