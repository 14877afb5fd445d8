/** Use cases. */
@NullMarked
package io.fayan.people.application;

import org.jspecify.annotations.NullMarked;
