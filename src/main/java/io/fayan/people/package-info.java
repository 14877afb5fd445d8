/**
 * Persons, staff types, units, reporting lines, roles, absence and deputies. The source for everything the product knows of
 * people; the engine's users and groups follow it.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {
            "kernel",
            "platform :: calendar",
            "platform :: csv",
            "platform :: frontdoor",
            "platform :: security",
            "platform :: web",
            "platform :: worklist"
        })
@NullMarked
package io.fayan.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
