/** The portal's shell and the places where modules show themselves in it. */
@NamedInterface("web")
@NullMarked
package io.fayan.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
