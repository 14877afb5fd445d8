package io.fayan.support;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons for a test's own use, as rows of the register; a test lets go whom it brought. */
@Component
public class Colleagues {

    private static final String UNIT = "TEST-COLLEAGUES";

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody active who speaks English and reports to nobody. */
    public PersonId bring(String id, Role... roles) {
        return bring(id, Locale.ENGLISH, null, roles);
    }

    public PersonId bring(String id, Locale language, @Nullable PersonId manager, Role... roles) {
        if (jdbc.sql("select count(*) from org_unit where code = ?")
                        .param(UNIT)
                        .query(Long.class)
                        .single()
                == 0) {
            jdbc.sql(
                            "insert into org_unit (code, name_zh_cn, name_zh_tw, name_en, version) values (?, '测试', '測試', 'Test', 0)")
                    .param(UNIT)
                    .update();
        }
        jdbc.sql(
                        "insert into person (id, login, family_name, given_name, mail, staff_type, unit, manager, title, language,"
                                + " active_from, enrolled, search_text, version)"
                                + " values (?, ?, 'Test', ?, ?, 'REGULAR', ?, ?, '', ?, ?, true, '', 0)")
                .params(
                        id,
                        id.toLowerCase(Locale.ROOT),
                        id,
                        id + "@example.com",
                        UNIT,
                        manager == null ? null : manager.value(),
                        language.toLanguageTag(),
                        Date.valueOf(LocalDate.of(2020, 1, 1)))
                .update();
        for (var role : Set.of(roles)) {
            jdbc.sql("insert into person_role (person_id, role) values (?, ?)")
                    .params(id, role.name())
                    .update();
        }
        return new PersonId(id);
    }

    public void letGo(PersonId... persons) {
        for (var person : persons) {
            jdbc.sql("delete from person_role where person_id = ?")
                    .param(person.value())
                    .update();
            jdbc.sql("delete from person where id = ?").param(person.value()).update();
        }
    }
}
