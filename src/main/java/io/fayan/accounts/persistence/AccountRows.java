package io.fayan.accounts.persistence;

import io.fayan.accounts.AccountStatus;
import io.fayan.accounts.domain.RegisteredAccount;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface AccountRows extends Repository<RegisteredAccount, String> {

    Optional<RegisteredAccount> findById(String code);

    List<RegisteredAccount> findByCodeIn(Collection<String> codes);

    List<RegisteredAccount> findAll();

    @Query(
            """
            select a from RegisteredAccount a where a.status = :status
              and (a.kind = io.fayan.accounts.AccountKind.COMPANY
                or a.kind = io.fayan.accounts.AccountKind.PERSONAL and a.owner = :person)
            order by a.kind, a.code
            """)
    List<RegisteredAccount> usable(String person, AccountStatus status);

    @Query("select a from RegisteredAccount a where a.owner = :person or a.backupOwner = :person order by a.code")
    List<RegisteredAccount> of(String person);

    RegisteredAccount save(RegisteredAccount account);

    void flush();
}
