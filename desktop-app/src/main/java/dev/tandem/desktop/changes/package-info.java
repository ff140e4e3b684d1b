/// The latest changes of the code, to be looked at and taken back.
@NullMarked
package dev.tandem.desktop.changes;

import org.jspecify.annotations.NullMarked;
