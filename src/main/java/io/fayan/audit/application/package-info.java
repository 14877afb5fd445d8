@NullMarked
package io.fayan.audit.application;

import org.jspecify.annotations.NullMarked;
