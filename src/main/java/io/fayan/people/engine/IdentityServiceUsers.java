package io.fayan.people.engine;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.application.EngineUsers;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Users carry a name for Tasklist's own header, and neither mail nor password: nobody signs in at the engine. */
@Component
class IdentityServiceUsers implements EngineUsers {

    private final IdentityService identity;

    IdentityServiceUsers(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public void enrol(PersonId person, String name, Set<Role> roles) {
        var user = identity.createUserQuery().userId(person.value()).singleResult();
        if (user == null) {
            user = identity.newUser(person.value());
        }
        if (!name.equals(user.getFirstName())) {
            user.setFirstName(name);
            user.setLastName("");
            identity.saveUser(user);
        }
        var has = new HashSet<String>();
        identity.createGroupQuery().groupMember(person.value()).list().stream()
                .map(Group::getId)
                .forEach(has::add);
        var should = new HashSet<String>();
        roles.stream().map(Role::groupId).forEach(should::add);
        for (var group : should) {
            if (!has.contains(group)) {
                identity.createMembership(person.value(), group);
            }
        }
        for (var group : has) {
            if (!should.contains(group)) {
                identity.deleteMembership(person.value(), group);
            }
        }
    }

    @Override
    public void remove(PersonId person) {
        identity.deleteUser(person.value());
    }
}
