/** Business numbers. */
@NamedInterface("numbers")
@NullMarked
package io.fayan.platform.numbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
