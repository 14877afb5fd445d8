/** State and rules, no framework but the mapping. */
@NullMarked
package io.fayan.people.domain;

import org.jspecify.annotations.NullMarked;
