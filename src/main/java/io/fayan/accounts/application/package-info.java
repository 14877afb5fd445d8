/** Use cases. */
@NullMarked
package io.fayan.accounts.application;

import org.jspecify.annotations.NullMarked;
