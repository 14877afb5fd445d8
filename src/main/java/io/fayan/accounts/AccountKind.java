package io.fayan.accounts;

/** Whether an account speaks as the company or as a person who says where they work (clause 3.2.c). */
public enum AccountKind {
    COMPANY,
    PERSONAL
}
