@NullMarked
package io.fayan.speaking.persistence;

import org.jspecify.annotations.NullMarked;
