/// Running the code of a room: its controls, what programs print, and how they ended.
@NullMarked
package dev.tandem.desktop.coderun;

import org.jspecify.annotations.NullMarked;
