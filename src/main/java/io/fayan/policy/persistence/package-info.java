/** The rows of the clause register. */
@NullMarked
package io.fayan.policy.persistence;

import org.jspecify.annotations.NullMarked;
