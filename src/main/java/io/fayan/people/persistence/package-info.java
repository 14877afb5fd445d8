/** Rows and read models. */
@NullMarked
package io.fayan.people.persistence;

import org.jspecify.annotations.NullMarked;
