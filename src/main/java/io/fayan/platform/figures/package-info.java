/** Figures for operators: how much is waiting, late or stuck. No figure is about a person. */
@NullMarked
package io.fayan.platform.figures;

import org.jspecify.annotations.NullMarked;
