/**
 * The in-app inbox: what a person has to know, written in the transaction of what happened, each message once, said in the
 * reader's language when it is read. Reminders and escalations of open steps come from here.
 */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "kernel",
            "people",
            "speaking",
            "platform :: calendar",
            "platform :: security",
            "platform :: web",
            "platform :: worklist"
        })
@NullMarked
package io.fayan.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
