/** One path for every human action: bound, checked, idempotent, in one transaction. */
@NamedInterface("frontdoor")
@NullMarked
package io.fayan.platform.frontdoor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
