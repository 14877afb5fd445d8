package io.fayan.kernel;

/** An amount of time that a deadline grants, as the policy states it: "2 working days", "90 days". */
public record Allowance(int amount, Unit unit) {

    public enum Unit {
        WORKING_HOURS,
        WORKING_DAYS,
        DAYS,
        MONTHS
    }

    public Allowance {
        if (amount < 0) {
            throw new IllegalArgumentException("An allowance is not negative");
        }
    }
}
