@NullMarked
package io.fayan.audit.web;

import org.jspecify.annotations.NullMarked;
