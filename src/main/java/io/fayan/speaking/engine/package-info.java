@NullMarked
package io.fayan.speaking.engine;

import org.jspecify.annotations.NullMarked;
