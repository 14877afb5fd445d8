package io.fayan.people;

import io.fayan.kernel.PersonId;
import io.fayan.platform.frontdoor.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who is away when, and who stands in. */
public interface Absences {

    /**
     * Records an absence. When it has begun, the absentee's open steps move to the deputy at once, else on its first day.
     *
     * @param from first day away
     * @param until last day away
     * @return kept, or refused with the fields {@code from}, {@code until} or {@code deputy}
     */
    Outcome record(PersonId person, LocalDate from, LocalDate until, PersonId deputy, PersonId by);

    /** Ends an absence that is running (yesterday was its last day) or takes back one to come. */
    Outcome cancel(PersonId person, UUID absence, PersonId by);

    /** Running and coming absences, earliest first. */
    List<Absence> of(PersonId person);

    record Absence(UUID id, PersonId person, LocalDate from, LocalDate until, PersonId deputy) {
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }
}
