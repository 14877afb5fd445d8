/**
 * Authorisation to speak, clause 3.1.d: requests, text versions, reviews, grants, publications. Nobody speaks for the company
 * without one, and nobody decides about their own.
 */
@ApplicationModule(
        displayName = "Speaking",
        allowedDependencies = {
            "kernel",
            "people",
            "policy",
            "accounts",
            "platform :: frontdoor",
            "platform :: worklist",
            "platform :: decisions",
            "platform :: calendar",
            "platform :: files",
            "platform :: security",
            "platform :: web",
            "platform :: numbers"
        })
@NullMarked
package io.fayan.speaking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
