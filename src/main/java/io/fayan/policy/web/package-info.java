/** The clause register, its versions, and who knows which, in the portal. */
@NullMarked
package io.fayan.policy.web;

import org.jspecify.annotations.NullMarked;
