package io.fayan.people;

import io.fayan.kernel.PersonId;
import io.fayan.platform.csv.ImportReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings units and persons in from CSV tables. Idempotent: the same tables a second time change nothing. All or nothing:
 * one problem anywhere, and nothing is written. Rows that the tables do not name stay as they are; people leave by their
 * {@code active_until}, never by omission.
 */
public interface PeopleImport {

    List<String> UNIT_COLUMNS = List.of("code", "name_zh_cn", "name_zh_tw", "name_en", "parent", "lead");

    /** Roles separated by semicolons, days as 2026-11-22, languages zh-CN, zh-TW or en. */
    List<String> PERSON_COLUMNS = List.of(
            "id",
            "login",
            "family_name",
            "given_name",
            "mail",
            "staff_type",
            "unit",
            "manager",
            "title",
            "roles",
            "language",
            "active_from",
            "active_until");

    /** A dry run: reports what {@link #carryOut} would do, and writes nothing. */
    ImportReport check(Tables tables);

    /** Imports in one transaction. The caller has checked that {@code by} may. */
    ImportReport carryOut(Tables tables, PersonId by);

    /** Either table may be missing; together they may refer to each other. */
    record Tables(byte @Nullable [] units, byte @Nullable [] persons) {}
}
