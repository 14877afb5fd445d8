/** The engine's set-up: deployment, listeners, identity, the allow-list before its HTTP surface. */
@NullMarked
package io.fayan.platform.engine;

import org.jspecify.annotations.NullMarked;
