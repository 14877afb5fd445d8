package io.fayan.people.application;

import io.fayan.kernel.LocalisedName;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.Credentials;
import io.fayan.people.LoginName;
import io.fayan.people.PersonDetails;
import io.fayan.people.PersonName;
import io.fayan.people.Personnel;
import io.fayan.people.StaffType;
import io.fayan.people.Unit;
import io.fayan.people.domain.OrgUnit;
import io.fayan.people.domain.StaffMember;
import io.fayan.people.domain.StaffRegister;
import io.fayan.people.domain.UnitRegister;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.security.PasswordStore;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Password links and the first administrator, over the register. */
@Service
@Transactional
class SignInPasswords implements PasswordStore {

    private static final String FIRST_UNIT = "ADMINISTRATION";
    private static final PersonId FIRST_PERSON = new PersonId("ADMIN-1");

    private final StaffRegister staff;
    private final UnitRegister units;
    private final Personnel personnel;
    private final Credentials credentials;
    private final CompanyDay day;

    SignInPasswords(
            StaffRegister staff, UnitRegister units, Personnel personnel, Credentials credentials, CompanyDay day) {
        this.staff = staff;
        this.units = units;
        this.personnel = personnel;
        this.credentials = credentials;
        this.day = day;
    }

    @Override
    public Optional<Owner> owner(PersonId person) {
        return staff.findById(person.value())
                .filter(member -> member.activeOn(day.today()))
                .map(member -> new Owner(
                        member.id(),
                        member.details().login().value(),
                        member.name().full()));
    }

    @Override
    public Outcome set(PersonId person, String password) {
        return credentials.set(person, password, person);
    }

    @Override
    public FirstAdministrator firstAdministrator(String mail) {
        var served = staff.holders(Role.ADMINISTRATOR, day.today()).stream()
                .anyMatch(member -> member.passwordHash() != null);
        if (served) {
            return new NotNeeded();
        }
        var known = staff.active(day.today()).stream()
                .filter(member -> member.details().mail().equalsIgnoreCase(mail))
                .findFirst();
        return new Ready(known.map(this::promoted).orElseGet(() -> registered(mail)));
    }

    private PersonId promoted(StaffMember member) {
        var roles = EnumSet.of(Role.ADMINISTRATOR);
        roles.addAll(member.roles());
        personnel.changeRoles(member.id(), roles, PersonId.SYSTEM);
        return member.id();
    }

    /** The register is empty before the first import: the person is entered by mail address alone, to be completed later. */
    private PersonId registered(String mail) {
        if (units.findById(FIRST_UNIT).isEmpty()) {
            units.save(
                    new OrgUnit(new Unit(FIRST_UNIT, new LocalisedName("系统管理", "系統管理", "Administration"), null, null)));
        }
        var login = LoginName.parse(mail)
                .orElseThrow(() -> new IllegalArgumentException("The mail address cannot be a login name"));
        var entered = personnel.join(
                new PersonDetails(
                        FIRST_PERSON,
                        login,
                        new PersonName(mail.substring(0, Math.max(1, mail.indexOf('@'))), ""),
                        mail,
                        StaffType.REGULAR,
                        FIRST_UNIT,
                        null,
                        "",
                        Set.of(Role.ADMINISTRATOR),
                        Locale.SIMPLIFIED_CHINESE,
                        day.today(),
                        null),
                PersonId.SYSTEM);
        if (entered instanceof Outcome.Refused) {
            throw new IllegalStateException(
                    "The first administrator could not be entered; name somebody in the register");
        }
        return FIRST_PERSON;
    }
}
