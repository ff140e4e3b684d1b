/// The windows: where the features meet and form the page of a room.
@NullMarked
package dev.tandem.desktop.shell;

import org.jspecify.annotations.NullMarked;
