/**
 * What happened can be proved: every domain event becomes one entry of a hash chain, and the heads of all chains are sealed.
 * Listens to everybody; nobody knows it. The format is written down in {@code docs/audit-format.md}.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {
            "kernel",
            "platform :: calendar",
            "platform :: scheduling",
            "platform :: security",
            "platform :: web"
        })
@NullMarked
package io.fayan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
