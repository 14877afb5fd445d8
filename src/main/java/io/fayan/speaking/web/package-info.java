@NullMarked
package io.fayan.speaking.web;

import org.jspecify.annotations.NullMarked;
