/** What the log may say: classes and places of failures, and nobody's words. */
@NullMarked
package io.fayan.platform.logging;

import org.jspecify.annotations.NullMarked;
