package io.fayan.people.domain;

import java.util.List;
import java.util.Optional;

/** Where units are kept. */
public interface UnitRegister {

    Optional<OrgUnit> findById(String code);

    List<OrgUnit> findAll();

    OrgUnit save(OrgUnit unit);

    void flush();
}
