/** Tables that people prepare in a spreadsheet: read with every mistake named by line and column, reported on in full. */
@NamedInterface("csv")
@NullMarked
package io.fayan.platform.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
