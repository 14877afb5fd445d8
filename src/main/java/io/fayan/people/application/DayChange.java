package io.fayan.people.application;

import io.fayan.kernel.PersonId;
import io.fayan.people.domain.AbsenceRegister;
import io.fayan.people.domain.StaffRegister;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a new day brings by itself: first days, days after the last one, absences that begin. Each in a transaction of its
 * own, so that one that fails holds up no other; it is tried again with the next sweep.
 */
@Component
public class DayChange {

    private static final Logger LOG = LoggerFactory.getLogger(DayChange.class);

    private final StaffRegister staff;
    private final AbsenceRegister absences;
    private final PersonnelOffice office;
    private final AbsenceDesk desk;
    private final CompanyDay day;
    private final TransactionTemplate transaction;

    DayChange(
            StaffRegister staff,
            AbsenceRegister absences,
            PersonnelOffice office,
            AbsenceDesk desk,
            CompanyDay day,
            PlatformTransactionManager transactions) {
        this.staff = staff;
        this.absences = absences;
        this.office = office;
        this.desk = desk;
        this.day = day;
        this.transaction = new TransactionTemplate(transactions);
    }

    public void sweep() {
        var today = day.today();
        each(staff.outOfStep(today), id -> office.bringIntoStep(new PersonId(id)));
        each(absences.dueForHandOver(today), desk::begin);
    }

    private <T> void each(List<T> ids, Consumer<T> step) {
        for (var id : ids) {
            try {
                transaction.executeWithoutResult(status -> step.accept(id));
            } catch (RuntimeException e) {
                LOG.error("The change of day failed for {}", id, e);
            }
        }
    }
}
