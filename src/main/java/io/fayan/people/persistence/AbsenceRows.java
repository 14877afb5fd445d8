package io.fayan.people.persistence;

import io.fayan.people.domain.AbsencePeriod;
import io.fayan.people.domain.AbsenceRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AbsenceRows extends AbsenceRegister, Repository<AbsencePeriod, UUID> {

    @Override
    @Query(
            """
            select a from AbsencePeriod a
            where a.person = :person and a.cancelledAt is null and a.until >= :day order by a.from
            """)
    List<AbsencePeriod> open(String person, LocalDate day);

    @Override
    @Query(
            """
            select a from AbsencePeriod a
            where a.person = :person and a.cancelledAt is null and a.from <= :day and a.until >= :day
            """)
    Optional<AbsencePeriod> covering(String person, LocalDate day);

    @Override
    @Query(
            """
            select a.id from AbsencePeriod a
            where a.handedOverAt is null and a.cancelledAt is null and a.from <= :day and a.until >= :day
            """)
    List<UUID> dueForHandOver(LocalDate day);
}
