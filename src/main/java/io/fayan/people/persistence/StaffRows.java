package io.fayan.people.persistence;

import io.fayan.kernel.Role;
import io.fayan.people.domain.StaffMember;
import io.fayan.people.domain.StaffRegister;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StaffRows extends StaffRegister, Repository<StaffMember, String> {

    @Override
    @Query(
            """
            select p from StaffMember p left join fetch p.roles
            where :role member of p.roles and p.activeFrom <= :day and (p.activeUntil is null or p.activeUntil >= :day)
            """)
    List<StaffMember> holders(Role role, LocalDate day);

    @Override
    @Query(
            """
            select p from StaffMember p left join fetch p.roles
            where p.activeFrom <= :day and (p.activeUntil is null or p.activeUntil >= :day) order by p.id
            """)
    List<StaffMember> active(LocalDate day);

    @Override
    @Query("select p from StaffMember p left join fetch p.roles where p.id in :ids")
    List<StaffMember> findByIdIn(Collection<String> ids);

    @Override
    @Query("select p from StaffMember p left join fetch p.roles order by p.id")
    List<StaffMember> findAll();

    @Override
    @Query(
            """
            select p.id from StaffMember p
            where p.enrolled = true and (p.activeUntil < :day or p.activeFrom > :day)
               or p.enrolled = false and p.activeFrom <= :day and (p.activeUntil is null or p.activeUntil >= :day)
            order by p.id
            """)
    List<String> outOfStep(LocalDate day);
}
