@NullMarked
package io.fayan.audit.domain;

import org.jspecify.annotations.NullMarked;
