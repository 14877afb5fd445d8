@NullMarked
package io.fayan.demo.engine;

import org.jspecify.annotations.NullMarked;
