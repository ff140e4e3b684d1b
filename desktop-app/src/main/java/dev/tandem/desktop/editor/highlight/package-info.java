/// Colours of code: what each piece of a text is, found out off the FX thread.
@NullMarked
package dev.tandem.desktop.editor.highlight;

import org.jspecify.annotations.NullMarked;
