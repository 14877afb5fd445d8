package io.fayan.accounts;

/** The privileges of an account: what a measure of the second step switches off (clause 5.2.2). */
public enum AccountStatus {
    ACTIVE,
    FROZEN,
    CANCELLED
}
