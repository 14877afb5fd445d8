package io.fayan.policy.application;

import io.fayan.kernel.Allowance;
import io.fayan.platform.calendar.WorkingDays;
import io.fayan.platform.decisions.Decisions;
import io.fayan.policy.Deadlines;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** Reads each step's allowance from {@code deadlines.dmn} once: a version's tables do not change. */
@Component
class TableDeadlines implements Deadlines {

    private static final String TABLE = "deadlines";

    private final Decisions decisions;
    private final WorkingDays workingDays;
    private final ConcurrentMap<Step, Allowance> allowances = new ConcurrentHashMap<>();

    TableDeadlines(Decisions decisions, WorkingDays workingDays) {
        this.decisions = decisions;
        this.workingDays = workingDays;
    }

    @Override
    public Allowance allowance(String version, String step, boolean urgent) {
        return allowances.computeIfAbsent(new Step(version, step, urgent), this::read);
    }

    @Override
    public Instant due(String version, String step, boolean urgent, Instant from) {
        return workingDays.time().after(from, allowance(version, step, urgent));
    }

    private Allowance read(Step step) {
        var row = decisions.evaluate(TABLE, step.version(), Map.of("step", step.name(), "urgent", step.urgent()));
        return new Allowance((Integer) row.single("amount"), Allowance.Unit.valueOf((String) row.single("unit")));
    }

    private record Step(String version, String name, boolean urgent) {}
}
