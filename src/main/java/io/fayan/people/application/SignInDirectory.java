package io.fayan.people.application;

import static java.util.stream.Collectors.toMap;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.LoginName;
import io.fayan.people.People;
import io.fayan.people.Person;
import io.fayan.people.domain.StaffRegister;
import io.fayan.platform.security.PersonDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What sign-on and the shell see of the register: the row as it is now. */
@Service
@Transactional(readOnly = true)
class SignInDirectory implements PersonDirectory {

    private final People people;
    private final StaffRegister staff;
    private final CompanyDay day;

    SignInDirectory(People people, StaffRegister staff, CompanyDay day) {
        this.people = people;
        this.staff = staff;
        this.day = day;
    }

    @Override
    public Optional<Entry> find(PersonId id) {
        return people.find(id).map(SignInDirectory::entry);
    }

    @Override
    public Map<PersonId, Entry> find(Collection<PersonId> ids) {
        return people.find(ids).values().stream().collect(toMap(Person::id, SignInDirectory::entry));
    }

    @Override
    public Optional<Account> account(String login) {
        return LoginName.parse(login)
                .flatMap(folded -> staff.findByLogin(folded.value()))
                .map(member -> new Account(member.id(), member.passwordHash(), member.activeOn(day.today())));
    }

    @Override
    public List<PersonId> holders(Role role) {
        return people.holders(role);
    }

    private static Entry entry(Person person) {
        return new Entry(
                person.id(), person.name(), person.unitName(), person.roles(), person.language(), person.active());
    }
}
