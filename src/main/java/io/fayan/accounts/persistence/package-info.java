/** Rows and read models. */
@NullMarked
package io.fayan.accounts.persistence;

import org.jspecify.annotations.NullMarked;
