/** The policy's tables, evaluated and explained. */
@NamedInterface("decisions")
@NullMarked
package io.fayan.platform.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
