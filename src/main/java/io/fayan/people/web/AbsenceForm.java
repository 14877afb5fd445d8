package io.fayan.people.web;

import io.fayan.kernel.PersonId;
import io.fayan.people.Absences;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What was entered about an absence; kept to be shown again when something is wrong. */
record AbsenceForm(@Nullable LocalDate from, @Nullable LocalDate until, String deputy) {

    static final AbsenceForm EMPTY = new AbsenceForm(null, null, "");

    Outcome record(Absences absences, DeputyField deputies, PersonId person, PersonId by) {
        var missing = new ArrayList<Refusal>();
        if (from == null) {
            missing.add(Refusal.at("from", "absence.refused.noFrom"));
        }
        if (until == null) {
            missing.add(Refusal.at("until", "absence.refused.noUntil"));
        }
        var meant = deputies.meant(deputy);
        if (meant.isEmpty()) {
            missing.add(Refusal.at(
                    "deputy", deputy.isBlank() ? "absence.refused.noDeputy" : "absence.refused.unclearDeputy"));
        }
        if (from == null || until == null || meant.isEmpty()) {
            return Outcome.refused(missing);
        }
        return absences.record(person, from, until, meant.get(), by);
    }
}
