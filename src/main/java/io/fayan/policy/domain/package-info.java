/** Versions and what is known of them. */
@NullMarked
package io.fayan.policy.domain;

import org.jspecify.annotations.NullMarked;
