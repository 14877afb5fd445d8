/** The house every module lives in: front door, work list, decisions, security, engine set-up, files, web shell, calendar. */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"kernel"})
@NullMarked
package io.fayan.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
