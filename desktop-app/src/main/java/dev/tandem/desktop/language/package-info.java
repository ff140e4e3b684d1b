/// The programming languages one can choose.
@NullMarked
package dev.tandem.desktop.language;

import org.jspecify.annotations.NullMarked;
