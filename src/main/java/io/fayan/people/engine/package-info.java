/** The engine's copy of users and groups. */
@NullMarked
package io.fayan.people.engine;

import org.jspecify.annotations.NullMarked;
