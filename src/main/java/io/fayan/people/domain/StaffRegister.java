package io.fayan.people.domain;

import io.fayan.kernel.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where persons are kept. */
public interface StaffRegister {

    Optional<StaffMember> findById(String id);

    List<StaffMember> findByIdIn(Collection<String> ids);

    Optional<StaffMember> findByLogin(String login);

    List<StaffMember> findAll();

    /** Holders of a role who are active on a day. */
    List<StaffMember> holders(Role role, LocalDate day);

    List<StaffMember> active(LocalDate day);

    /** Ids of persons whom the engine should know that day and does not yet, or the other way round. */
    List<String> outOfStep(LocalDate day);

    StaffMember save(StaffMember member);

    void flush();
}
