/** Platforms on which the company speaks, and the accounts it is spoken from: whose they are and whether they may be used. */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {
            "kernel",
            "people",
            "platform :: csv",
            "platform :: frontdoor",
            "platform :: security",
            "platform :: web"
        })
@NullMarked
package io.fayan.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
