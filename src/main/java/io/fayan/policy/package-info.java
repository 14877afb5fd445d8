/**
 * The company's policy as data: clauses with their texts and interpretation notes, versions with their periods and proofs,
 * deadlines, and who knows which version.
 */
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {
            "kernel",
            "people",
            "platform :: calendar",
            "platform :: csv",
            "platform :: decisions",
            "platform :: files",
            "platform :: frontdoor",
            "platform :: numbers",
            "platform :: security",
            "platform :: web"
        })
@NullMarked
package io.fayan.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
