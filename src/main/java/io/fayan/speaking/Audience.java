package io.fayan.speaking;

/** Who will read or hear it. */
public enum Audience {
    PUBLIC,
    INDUSTRY,
    CUSTOMERS,
    MEDIA,
    AUTHORITIES
}
