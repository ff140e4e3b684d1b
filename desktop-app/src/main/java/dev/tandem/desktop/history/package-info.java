/// Past interviews: finding one, looking at what became of it, and handing it on or deleting it.
@NullMarked
package dev.tandem.desktop.history;

import org.jspecify.annotations.NullMarked;
