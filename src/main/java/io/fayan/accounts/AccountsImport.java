package io.fayan.accounts;

import io.fayan.kernel.PersonId;
import io.fayan.platform.csv.ImportReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings platforms and accounts in from CSV tables. Idempotent, all or nothing; rows that the tables do not name stay. The
 * status of an account is not in the table: a freeze survives an import.
 */
public interface AccountsImport {

    List<String> PLATFORM_COLUMNS = List.of("code", "name_zh_cn", "name_zh_tw", "name_en", "text_limit", "terms_url");

    List<String> ACCOUNT_COLUMNS = List.of("code", "platform", "handle", "name", "owner", "backup_owner", "kind");

    /** A dry run: reports what {@link #carryOut} would do, and writes nothing. */
    ImportReport check(Tables tables);

    /** Imports in one transaction. The caller has checked that {@code by} may. */
    ImportReport carryOut(Tables tables, PersonId by);

    /** Either table may be missing. */
    record Tables(byte @Nullable [] platforms, byte @Nullable [] accounts) {}
}
