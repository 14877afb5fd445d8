/** Pages of the account register and its imports. */
@NullMarked
package io.fayan.accounts.web;

import org.jspecify.annotations.NullMarked;
