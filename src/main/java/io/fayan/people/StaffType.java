package io.fayan.people;

/** How somebody is connected with the company. The policy binds all five alike (clause 1.2). */
public enum StaffType {
    REGULAR,
    INTERN,
    CONSULTANT,
    PARTNER,
    TEMPORARY;

    /** Measures that need an employment contract become contract measures for everybody else (clause 1.2). */
    public boolean hasEmploymentContract() {
        return this == REGULAR;
    }
}
