package io.fayan.people;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles were given or taken; they count from the person's next request. */
public record RolesChanged(PersonId person, Set<Role> before, Set<Role> after, PersonId actor, Instant at)
        implements DomainEvent {

    public RolesChanged {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }

    @Override
    public String chain() {
        return "person:" + person;
    }

    @Override
    public String name() {
        return "people.rolesChanged";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value(), "before", codes(before), "after", codes(after));
    }

    private static String codes(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }
}
