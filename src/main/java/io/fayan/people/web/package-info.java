/** Pages of the register, of imports and of one's own absence. */
@NullMarked
package io.fayan.people.web;

import org.jspecify.annotations.NullMarked;
