/** State and rules, no framework but the mapping. */
@NullMarked
package io.fayan.accounts.domain;

import org.jspecify.annotations.NullMarked;
