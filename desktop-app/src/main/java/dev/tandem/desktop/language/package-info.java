/// The programming languages one can choose, and the control to choose one.
@NullMarked
package dev.tandem.desktop.language;

import org.jspecify.annotations.NullMarked;
