/// The first page: join an interview by its code, or host one.
@NullMarked
package dev.tandem.desktop.start;

import org.jspecify.annotations.NullMarked;
