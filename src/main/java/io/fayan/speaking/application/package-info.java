@NullMarked
package io.fayan.speaking.application;

import org.jspecify.annotations.NullMarked;
