/**
 * The company's policy as data: clauses with their texts and interpretation notes, versions with their periods and proofs,
 * deadlines, and who knows which version.
 */
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"kernel", "platform :: calendar", "platform :: decisions"})
@NullMarked
package io.fayan.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
