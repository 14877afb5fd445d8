/** Uploads: typed by content, hashed at receipt, served only to who may see the matter. */
@NamedInterface("files")
@NullMarked
package io.fayan.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
