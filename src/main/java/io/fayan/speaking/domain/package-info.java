/** Requests to speak and what may happen to them. Knows no framework but the persistence annotations. */
@NullMarked
package io.fayan.speaking.domain;

import org.jspecify.annotations.NullMarked;
