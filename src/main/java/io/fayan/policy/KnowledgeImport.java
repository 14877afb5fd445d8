package io.fayan.policy;

import io.fayan.kernel.PersonId;
import io.fayan.platform.csv.ImportReport;
import java.util.List;

/**
 * Brings in who knew which version before the product was there: signed sheets, earlier courses. Idempotent, all or nothing;
 * what is recorded already stays as it is.
 */
public interface KnowledgeImport {

    /** Days as 2026-11-22, ways as {@link MadeKnown} names them. */
    List<String> COLUMNS = List.of("person", "version", "made_known_on", "how");

    /** A dry run: reports what {@link #carryOut} would do, and writes nothing. */
    ImportReport check(byte[] csv);

    /** Imports in one transaction. The caller has checked that {@code by} may. */
    ImportReport carryOut(byte[] csv, PersonId by);
}
