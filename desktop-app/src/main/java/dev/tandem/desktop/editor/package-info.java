/// The shared text on screen.
@NullMarked
package dev.tandem.desktop.editor;

import org.jspecify.annotations.NullMarked;
