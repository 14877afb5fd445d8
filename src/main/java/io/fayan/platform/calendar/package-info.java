/** Working days with holidays and make-up days, from rows. */
@NamedInterface("calendar")
@NullMarked
package io.fayan.platform.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
