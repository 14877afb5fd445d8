package io.fayan.people.application;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import java.util.Set;

/** The engine's copy of who there is and who belongs to which group. */
public interface EngineUsers {

    /** Enters the user or corrects it; memberships are exactly these roles afterwards. */
    void enrol(PersonId person, String name, Set<Role> roles);

    /** Removes the user and every membership; nothing happens when there is none. */
    void remove(PersonId person);
}
