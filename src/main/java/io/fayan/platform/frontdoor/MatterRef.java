package io.fayan.platform.frontdoor;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;

/** A matter and who acts on it. */
public record MatterRef(BusinessNumber matter, PersonId person) {}
