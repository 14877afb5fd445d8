package io.fayan.speaking;

/** Where somebody wants to speak. */
public enum Channel {
    COMPANY_ACCOUNT,
    PERSONAL_ACCOUNT,
    OCCASION
}
