/** Loads the shipped versions into rows and answers from them. */
@NullMarked
package io.fayan.policy.application;

import org.jspecify.annotations.NullMarked;
