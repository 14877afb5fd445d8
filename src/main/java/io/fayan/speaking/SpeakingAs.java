package io.fayan.speaking;

/** In which role somebody speaks; clause 3.2.c for identified employees. */
public enum SpeakingAs {
    COMPANY,
    IDENTIFIED_EMPLOYEE
}
