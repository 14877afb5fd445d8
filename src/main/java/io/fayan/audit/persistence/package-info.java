@NullMarked
package io.fayan.audit.persistence;

import org.jspecify.annotations.NullMarked;
