package io.fayan.people.persistence;

import io.fayan.people.domain.OrgUnit;
import io.fayan.people.domain.UnitRegister;
import org.springframework.data.repository.Repository;

interface UnitRows extends UnitRegister, Repository<OrgUnit, String> {}
