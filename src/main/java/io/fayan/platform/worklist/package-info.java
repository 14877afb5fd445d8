/** Who may act on what, due when: our own rows, kept by the engine's built-in listeners. */
@NamedInterface("worklist")
@NullMarked
package io.fayan.platform.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
