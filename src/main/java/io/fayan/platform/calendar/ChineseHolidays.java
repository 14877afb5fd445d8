package io.fayan.platform.calendar;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Enters the years whose public holidays and make-up days were announced when this version was built. It fills what is
 * missing and never touches a year that somebody entered; done before the first request and the first timer.
 */
@Component
class ChineseHolidays implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ChineseHolidays.class);
    private static final int FIRST_YEAR = 2024;

    private final WorkingDays workingDays;

    ChineseHolidays(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var announced = announced(FIRST_YEAR);
        for (var year = FIRST_YEAR; announced.isPresent(); announced = announced(++year)) {
            if (!workingDays.years().contains(year)) {
                enter(year, announced.get());
            }
        }
    }

    private void enter(int year, Map<LocalDate, Boolean> days) {
        try {
            workingDays.enter(year, days, "国务院办公厅关于" + year + "年部分节假日安排的通知（tyme4j）");
        } catch (DuplicateKeyException otherNodeWasFirst) {
            log.debug("Another node entered {}", year);
        }
    }

    /** The year's days as announced; empty unless both New Year and National Day are there, for a notice covers a whole year. */
    static Optional<Map<LocalDate, Boolean>> announced(int year) {
        var days = new TreeMap<LocalDate, Boolean>();
        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            var holiday = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            if (holiday != null) {
                days.put(day, holiday.isWork());
            }
        }
        var whole = days.containsKey(LocalDate.of(year, 1, 1)) && days.containsKey(LocalDate.of(year, 10, 1));
        return whole ? Optional.of(days) : Optional.empty();
    }
}
