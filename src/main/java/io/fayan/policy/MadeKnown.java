package io.fayan.policy;

/** How a version of the policy was made known to a person. */
public enum MadeKnown {
    SIGNED_PAPER,
    TRAINING,
    ONBOARDING,
    ATTESTED
}
