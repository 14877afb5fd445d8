/** Ids, business numbers, working-time arithmetic and facts that every module speaks in. Knows nothing but Java. */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package io.fayan.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
