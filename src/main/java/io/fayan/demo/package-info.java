/** The demo company, driven through the real use cases on a movable clock. Absent in production; nobody knows it. */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "kernel",
            "people",
            "policy",
            "accounts",
            "speaking",
            "platform :: frontdoor",
            "platform :: worklist",
            "platform :: calendar",
            "platform :: csv",
            "platform :: files",
            "platform :: security"
        })
@NullMarked
package io.fayan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
