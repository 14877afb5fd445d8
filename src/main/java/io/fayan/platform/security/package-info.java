/** Sign-on, roles read from the row, throttling, headers. */
@NamedInterface("security")
@NullMarked
package io.fayan.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
