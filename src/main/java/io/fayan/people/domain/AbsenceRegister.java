package io.fayan.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where absences are kept. */
public interface AbsenceRegister {

    Optional<AbsencePeriod> findById(UUID id);

    /** Not cancelled and not over on that day, earliest first. */
    List<AbsencePeriod> open(String person, LocalDate day);

    Optional<AbsencePeriod> covering(String person, LocalDate day);

    /** Begun, not over, and the absentee's steps not yet handed over. */
    List<UUID> dueForHandOver(LocalDate day);

    AbsencePeriod save(AbsencePeriod absence);
}
