/** Cockpit for operations: what it may change is carried out here, and written into the audit log. */
@NullMarked
package io.fayan.platform.cockpit;

import org.jspecify.annotations.NullMarked;
